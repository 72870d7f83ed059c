package chat.pando.core;

import chat.pando.protocol.Problem;

/** A command is refused; the problem says why, in words for the person who gave it. */
final class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Rejected(Problem.Code code, String words) {
        this(new Problem(code, words));
    }

    Rejected(Problem problem) {
        super(problem.code().name());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
