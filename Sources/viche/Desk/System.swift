// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Glibc
import Governance
import SystemPackage

/// What the command asks of the operating system beside files; its only `unsafe` calls.
enum System {
  /// The system's clock, in whole seconds.
  static var now: Instant { Instant(seconds: time(nil)) }

  /// Lets a write beyond the limit on a file's size fail with an error instead of ending the process.
  static func reportFileSizeLimit() { _ = signal(SIGXFSZ, SIG_IGN) }

  /// Does something when this process is asked to end (SIGTERM, SIGINT), which then ends only by itself.
  ///
  /// The caller keeps what it gets as long as it listens.
  static func onTermination(_ body: @escaping @Sendable () -> Void) -> [any DispatchSourceSignal] {
    [SIGTERM, SIGINT].map { number in
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler(handler: body)
      source.resume()
      return source
    }
  }

  /// A variable of the environment.
  ///
  /// None of them ever holds a secret.
  static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// Makes writing to a reader that went away an error like any other, not the end of the process.
  static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Whether a stream is a terminal; colours and progress are for terminals only.
  static func isTerminal(_ stream: FileDescriptor) -> Bool { isatty(stream.rawValue) == 1 }

  /// Makes a folder that only its owner can enter, unless it is there.
  static func makePrivateFolder(_ path: FilePath) throws(Errno) {
    guard unsafe mkdir(path.string, 0o700) == 0 || errno == EEXIST else {
      throw Errno(rawValue: errno)
    }
  }

  /// Whether there is a regular file at a path, symbolic links followed; nothing is opened.
  static func isRegularFile(_ path: FilePath) throws(Errno) -> Bool {
    var found = stat()
    guard unsafe stat(path.string, &found) == 0 else { throw Errno(rawValue: errno) }
    return found.st_mode & S_IFMT == S_IFREG
  }

  /// Removes a file, if it is there.
  static func remove(_ path: FilePath) throws(Errno) {
    guard unsafe unlink(path.string) == 0 || errno == ENOENT else {
      throw Errno(rawValue: errno)
    }
  }

  /// Names of the regular entries of a folder, sorted by bytes.
  static func names(in folder: FilePath) throws(Errno) -> [String] {
    guard let stream = unsafe opendir(folder.string) else { throw Errno(rawValue: errno) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
