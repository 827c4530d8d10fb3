package dev.kycport.adapter.fake.internal.image;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The letters and digits of the captchas as pen strokes in a box of 4 by 6, since a machine may have no fonts. Strokes are
 * divided by semicolons, points by spaces.
 */
final class Glyphs {

    static final double WIDTH = 4;
    static final double HEIGHT = 6;

    private static final Map<Character, String> STROKES = Map.ofEntries(
            Map.entry('K', "0,0 0,6;4,0 0,3.4;1.3,2.4 4,6"),
            Map.entry('Y', "0,0 2,3 4,0;2,3 2,6"),
            Map.entry('C', "4,1.2 3.2,.3 2,0 .9,.4 .2,1.6 0,3 .2,4.4 .9,5.6 2,6 3.2,5.7 4,4.8"),
            Map.entry('0', "2,0 .8,.5 .15,1.7 0,3 .15,4.3 .8,5.5 2,6 3.2,5.5 3.85,4.3 4,3 3.85,1.7 3.2,.5 2,0"),
            Map.entry('1', ".7,1.3 2.2,0 2.2,6;.8,6 3.6,6"),
            Map.entry('2', ".2,1.4 .8,.3 2,0 3.2,.3 3.8,1.5 3.4,2.7 .1,6 4,6"),
            Map.entry('3', ".2,.9 1,.1 2.3,0 3.4,.5 3.6,1.6 2.9,2.6 1.5,2.9 3,3.1 3.9,4.2 3.6,5.4 2.4,6 1,5.9 .1,5"),
            Map.entry('4', "3,6 3,0 0,4.2 4,4.2"),
            Map.entry('5', "3.7,0 .6,0 .3,2.8 1.6,2.3 3,2.5 3.9,3.6 3.7,5.1 2.6,6 1.2,6 .1,5.3"),
            Map.entry('6', "3.4,.3 2.2,0 1,.8 .2,2.4 0,4.2 .6,5.5 2,6 3.4,5.5 4,4.2 3.4,3 2,2.6 .7,3.1 .05,4"),
            Map.entry('7', "0,0 4,0 1.5,6"),
            Map.entry(
                    '8',
                    "2,2.8 .7,2.2 .4,1.1 1,.2 2,0 3,.2 3.6,1.1 3.3,2.2 2,2.8 .6,3.5 0,4.6 .6,5.6 2,6 3.4,5.6 4,4.6"
                            + " 3.4,3.5 2,2.8"),
            Map.entry('9', ".6,5.7 1.8,6 3,5.2 3.8,3.6 4,1.8 3.4,.5 2,0 .6,.5 0,1.8 .6,3 2,3.4 3.3,2.9 3.95,2"));

    private Glyphs() {}

    /** The strokes of a character, each as x, y, x, y and so on. */
    static List<double[]> of(char character) {
        return Arrays.stream(STROKES.getOrDefault(character, "").split(";"))
                .map(Glyphs::points)
                .toList();
    }

    private static double[] points(String stroke) {
        return Arrays.stream(stroke.split("[ ,]"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
