package concurrency.sharedmemory;

final class Main {
    void main() {
        IO.println(
                "05-shared-memory "
                        + Runtime.version()
                        + " "
                        + System.getProperty("example")
                        + "|");
    }
}
