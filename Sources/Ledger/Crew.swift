// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Glibc
import Signing
import Synchronization

/// The threads that verify: one for each core, each with keys that it has set up itself.
struct Crew: Sendable {
  private let workers: [Worker]

  private final class Worker: Sendable {
    let checker = Mutex(SignatureChecker())
  }

  /// As many threads as are asked for, or one for each core that the system has online.
  init(threads: Int? = nil) {
    let count = max(1, threads ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    self.workers = (0..<count).map { _ in Worker() }
  }

  /// Does tasks 0, 1, 2 … `count` − 1; they are begun in this order, on whatever thread is free.
  func perform(_ count: Int, _ task: @Sendable (Int, SignatureChecker) -> Void) {
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(workers.count, count)) { thread in
      workers[thread].checker.withLock { checker in
        while true {
          let number = next.add(1, ordering: .relaxed).oldValue
          guard number < count else { return }
          task(number, checker)
        }
      }
    }
  }
}
