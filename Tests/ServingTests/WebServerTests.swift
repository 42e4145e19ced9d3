// SPDX-License-Identifier: Apache-2.0
import Foundation
import Serving
import Synchronization
import TestSupport
import Testing

/// A server on this machine, spoken to over sockets by another program.
@Suite(.serialized)
struct WebServerTests {
  /// What came to the server's ears.
  final class Heard: Sendable {
    let requests = Mutex<[String]>([])
    let refused = Mutex<[Int]>([])
  }

  /// What the other side sees when it behaves in a manner, and what the server heard of it.
  private func result(of manner: String) throws -> (seen: String, heard: Heard) {
    let heard = Heard()
    var limits = WebServer.Limits()
    limits.seconds = 2
    limits.connectionsMax = 8
    let server = try WebServer(
      host: "127.0.0.1", port: 0, limits: limits,
      refused: { _, status in heard.refused.withLock { $0.append(status) } }
    ) { request in
      heard.requests.withLock { requests in
        requests.append(
          "\(request.method) \(request.path) \(String(decoding: request.body, as: UTF8.self)) "
            + request.peer)
      }
      let body = [UInt8](repeating: 0x78, count: request.path == "/long" ? 50_000_000 : 3)
      return WebServer.Response(status: 200, body: body)
    }
    defer { server.stop() }
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "hostile.py")
    let seen = try ScratchFolder().run(
      "python3 \"$1\" \"$2\" \"$3\"", script.path, "\(server.port)", manner)
    return (seen, heard)
  }

  @Test func `a request is handed on whole, and one is answered a connection`() throws {
    for manner in ["good", "pipelined"] {
      let (seen, heard) = try result(of: manner)
      #expect(seen == "HTTP/1.1 200 OK", "\(manner)")
      #expect(heard.requests.withLock(\.self) == ["POST /add-checkpoint hello 127.0.0.1"])
    }
  }

  /// RFC 9110 section 15.5.14 and RFC 6585 section 5 for what is too long, 400 for what is no HTTP.
  static let refusals: [(manner: String, status: String)] = [
    ("body", "413"), ("chunks", "413"), ("line", "431"), ("header", "431"), ("headers", "431"),
    ("garbage", "400"), ("tls", "400"), ("length", "400"), ("both", "400"), ("lengths", "400"),
    ("chunk", "400"),
  ]

  @Test(arguments: refusals)
  func `what is too long or no HTTP is refused and reaches nobody`(
    _ row: (manner: String, status: String)
  ) throws {
    let (seen, heard) = try result(of: row.manner)
    // A server that closes while the other side still sends may be seen as a reset connection.
    #expect(seen.hasPrefix("HTTP/1.1 \(row.status)") || seen == "nothing", "\(seen)")
    #expect(heard.requests.withLock(\.self).isEmpty)
    #expect(heard.refused.withLock(\.self) == [Int(row.status)])
  }

  @Test func `the slow and the silent are left after their time`() throws {
    #expect(try result(of: "slow").seen == "nothing, soon")
    #expect(try result(of: "silent").seen == "nothing")
    #expect(try result(of: "unread").seen == "HTTP/1.1 200 OK")
  }

  @Test func `a crowd is turned away, and served again when it has gone`() throws {
    #expect(try result(of: "crowd").seen == "nothing then HTTP/1.1 200 OK")
  }
}
