package concurrency.cpuvsio;

final class Main {
    void main() {
        IO.println("04-cpu-vs-io " + Runtime.version() + " " + System.getProperty("example") + "|");
    }
}
