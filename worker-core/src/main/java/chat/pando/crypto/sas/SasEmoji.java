package chat.pando.crypto.sas;

/** The 64 emoji that people can tell apart and name, in the order of their numbers (spec, "SAS method: emoji"). */
public enum SasEmoji {
    DOG("🐶", "Dog"),
    CAT("🐱", "Cat"),
    LION("🦁", "Lion"),
    HORSE("🐎", "Horse"),
    UNICORN("🦄", "Unicorn"),
    PIG("🐷", "Pig"),
    ELEPHANT("🐘", "Elephant"),
    RABBIT("🐰", "Rabbit"),
    PANDA("🐼", "Panda"),
    ROOSTER("🐓", "Rooster"),
    PENGUIN("🐧", "Penguin"),
    TURTLE("🐢", "Turtle"),
    FISH("🐟", "Fish"),
    OCTOPUS("🐙", "Octopus"),
    BUTTERFLY("🦋", "Butterfly"),
    FLOWER("🌷", "Flower"),
    TREE("🌳", "Tree"),
    CACTUS("🌵", "Cactus"),
    MUSHROOM("🍄", "Mushroom"),
    GLOBE("🌏", "Globe"),
    MOON("🌙", "Moon"),
    CLOUD("☁️", "Cloud"),
    FIRE("🔥", "Fire"),
    BANANA("🍌", "Banana"),
    APPLE("🍎", "Apple"),
    STRAWBERRY("🍓", "Strawberry"),
    CORN("🌽", "Corn"),
    PIZZA("🍕", "Pizza"),
    CAKE("🎂", "Cake"),
    HEART("❤️", "Heart"),
    SMILEY("😀", "Smiley"),
    ROBOT("🤖", "Robot"),
    HAT("🎩", "Hat"),
    GLASSES("👓", "Glasses"),
    SPANNER("🔧", "Spanner"),
    SANTA("🎅", "Santa"),
    THUMBS_UP("👍", "Thumbs Up"),
    UMBRELLA("☂️", "Umbrella"),
    HOURGLASS("⌛", "Hourglass"),
    CLOCK("⏰", "Clock"),
    GIFT("🎁", "Gift"),
    LIGHT_BULB("💡", "Light Bulb"),
    BOOK("📕", "Book"),
    PENCIL("✏️", "Pencil"),
    PAPERCLIP("📎", "Paperclip"),
    SCISSORS("✂️", "Scissors"),
    LOCK("🔒", "Lock"),
    KEY("🔑", "Key"),
    HAMMER("🔨", "Hammer"),
    TELEPHONE("☎️", "Telephone"),
    FLAG("🏁", "Flag"),
    TRAIN("🚂", "Train"),
    BICYCLE("🚲", "Bicycle"),
    AEROPLANE("✈️", "Aeroplane"),
    ROCKET("🚀", "Rocket"),
    TROPHY("🏆", "Trophy"),
    BALL("⚽", "Ball"),
    GUITAR("🎸", "Guitar"),
    TRUMPET("🎺", "Trumpet"),
    BELL("🔔", "Bell"),
    ANCHOR("⚓", "Anchor"),
    HEADPHONES("🎧", "Headphones"),
    FOLDER("📁", "Folder"),
    PIN("📌", "Pin");

    private static final SasEmoji[] TABLE = values();

    private final String symbol;
    private final String description;

    SasEmoji(String symbol, String description) {
        this.symbol = symbol;
        this.description = description;
    }

    static SasEmoji numbered(int number) {
        return TABLE[number];
    }

    public String symbol() {
        return symbol;
    }

    /** Its English name, to be shown beside it. */
    public String description() {
        return description;
    }
}
