package dev.kycport.adapter.fake.internal.image;

/** A shape, defined by the distance of a point from its edge: negative inside, in pixels. */
@FunctionalInterface
interface Shape {

    double distance(double x, double y);

    /** An ellipse around a centre; near its edge the distance is close to true. */
    static Shape ellipse(double centreX, double centreY, double radiusX, double radiusY) {
        return (x, y) -> {
            double dx = (x - centreX) / radiusX;
            double dy = (y - centreY) / radiusY;
            double reach = Math.hypot(dx, dy);
            double slope = Math.hypot(dx / radiusX, dy / radiusY);
            return slope == 0 ? -Math.min(radiusX, radiusY) : reach * (reach - 1) / slope;
        };
    }

    /** A stroke with round ends through these points, given as x, y, x, y and so on. */
    static Shape stroke(double width, double... points) {
        return (x, y) -> {
            double nearest = Double.MAX_VALUE;
            for (int i = 0; i + 3 < points.length; i += 2) {
                nearest = Math.min(nearest, toSegment(x, y, points, i));
            }
            return nearest - width / 2;
        };
    }

    /** What lies in either. */
    default Shape or(Shape other) {
        return (x, y) -> Math.min(distance(x, y), other.distance(x, y));
    }

    /** What lies in this one alone. */
    default Shape minus(Shape other) {
        return (x, y) -> Math.max(distance(x, y), -other.distance(x, y));
    }

    /** What lies in both. */
    default Shape and(Shape other) {
        return (x, y) -> Math.max(distance(x, y), other.distance(x, y));
    }

    private static double toSegment(double x, double y, double[] points, int from) {
        double alongX = points[from + 2] - points[from];
        double alongY = points[from + 3] - points[from + 1];
        double toX = x - points[from];
        double toY = y - points[from + 1];
        double share = (toX * alongX + toY * alongY) / (alongX * alongX + alongY * alongY);
        double clamped = Math.max(0, Math.min(1, share));
        return Math.hypot(toX - clamped * alongX, toY - clamped * alongY);
    }
}
