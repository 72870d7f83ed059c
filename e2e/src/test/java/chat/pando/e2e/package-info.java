/** What people can do with Pando, each class named after what it shows, in real browsers on a real homeserver. */
package chat.pando.e2e;
