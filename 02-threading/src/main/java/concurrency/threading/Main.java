package concurrency.threading;

final class Main {
    void main() {
        IO.println("02-threading " + Runtime.version() + " " + System.getProperty("example") + "|");
    }
}
