package chat.pando.lab.drive;

/** A browser didn't do what it was told: it has gone, it threw, or it didn't answer in time. */
public class DriveException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DriveException(String message) {
        super(message);
    }

    public DriveException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The process of the page ended while something was waited for that the page had to do. */
    public static final class Crashed extends DriveException {

        private static final long serialVersionUID = 1;

        public Crashed(String message) {
            super(message);
        }
    }

    /** It didn't answer at all: the page or the browser hangs. */
    public static final class NoAnswer extends DriveException {

        private static final long serialVersionUID = 1;

        public NoAnswer(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
