package dev.headrace.testkit.crash;

import java.nio.file.Path;
import java.util.List;

/**
 * What a round has shown.
 *
 * @param number of the round
 * @param kills where the kills struck
 * @param missed so many processes ended before they were to be killed
 * @param askedAgain so many answers that had come were asked for again after a kill
 * @param spared so many were not
 * @param differences from an undisturbed run, for people; empty: none
 * @param folder kept when there are differences
 */
record RoundResult(
        int number,
        Scenario scenario,
        List<Stage> kills,
        int missed,
        int askedAgain,
        int spared,
        List<String> differences,
        Path folder) {

    RoundResult {
        kills = List.copyOf(kills);
        differences = List.copyOf(differences);
    }

    boolean isEqual() {
        return differences.isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("round " + number + " (" + scenario + "): killed at " + kills
                + (missed == 0 ? "" : ", " + missed + " missed") + ", " + askedAgain + " pages asked again, " + spared
                + " not");
        differences.forEach(difference -> text.append("\n  ").append(difference));
        if (!isEqual()) {
            text.append("\n  kept in ").append(folder);
        }
        return text.toString();
    }
}
