/**
 * How a database's tables came to be: one file per version of the schema, never changed once released.
 *
 * <p>A migration creates and removes tables, nothing else: rows are sealed, and opening them inside the upgrade's
 * transaction would end it (a browser's cryptography is asynchronous). Rows of an older shape are understood by the
 * class that reads them. Knows nothing of the package above.
 */
package chat.pando.store.migration;
