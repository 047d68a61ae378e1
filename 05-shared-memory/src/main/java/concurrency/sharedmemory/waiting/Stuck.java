package concurrency.sharedmemory.waiting;
public final class Stuck { void main() {} }
