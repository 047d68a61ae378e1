package concurrency.async;

final class Main {
    void main() {
        IO.println("03-async " + Runtime.version() + " " + System.getProperty("example") + "|");
    }
}
