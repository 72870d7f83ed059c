package chat.pando.lab.bench;

import java.util.Locale;

/** How fast Pando is to do something. */
public sealed interface Aim {

    /** So many times vodozemac's speed. */
    record TimesAsFast(double times) implements Aim {

        @Override
        public boolean isReached(double micros, double vodozemac) {
            return vodozemac / micros >= times;
        }

        @Override
        public String words() {
            return String.format(Locale.ROOT, "%.1f", times);
        }
    }

    /** In so many µs, however long others take. */
    record Within(double limit) implements Aim {

        @Override
        public boolean isReached(double micros, double vodozemac) {
            return micros <= limit;
        }

        @Override
        public String words() {
            return String.format(Locale.ROOT, "%.0f ms", limit / 1000);
        }
    }

    /** Whether that is reached by who takes so many µs where vodozemac takes so many. */
    boolean isReached(double micros, double vodozemac);

    String words();
}
