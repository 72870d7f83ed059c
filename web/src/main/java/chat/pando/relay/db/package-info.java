/**
 * The connection to PostgreSQL: pools, transactions, migrations, and what its error codes mean.
 *
 * <p>Knows nothing of Matrix. Statements stand where they are used, in the packages that own the tables.
 */
package chat.pando.relay.db;
