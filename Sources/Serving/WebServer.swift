// SPDX-License-Identifier: Apache-2.0
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A small web server for the open internet: one request a connection, everything about it bounded.
///
/// Requests are answered one after the other on a thread of their own, so that a slow disk holds up
/// no reading. It speaks HTTP without TLS, for a loopback or for behind a server that does.
public final class WebServer: Sendable {
  /// What a server allows each connection, and how many it has.
  public struct Limits: Sendable {
    /// The bytes of a body.
    public var bodyMax = 65_536
    /// The bytes of the request line and all headers together.
    public var headersMax = 8_192
    /// The number of headers.
    public var headerCountMax = 64
    /// The seconds from the connection to the end of the answer, however fast the other side reads and writes.
    public var seconds = 20
    /// Connections at one time; one that comes then is closed.
    public var connectionsMax = 256

    /// The limits that suit a witness.
    public init() {}
  }

  /// A request, whole.
  public struct Request: Sendable {
    /// `GET`, `POST`, or what the other side wrote.
    public let method: String
    /// The path with its query, as it was written.
    public let path: String
    /// The body.
    public let body: [UInt8]
    /// The address of the other side.
    public let peer: String
  }

  /// An answer.
  public struct Response: Sendable {
    /// The status.
    public let status: Int
    /// The type of the body.
    public let contentType: String
    /// The body.
    public let body: [UInt8]

    /// Makes an answer of its parts.
    public init(status: Int, contentType: String = "text/plain; charset=utf-8", body: [UInt8]) {
      self.status = status
      self.contentType = contentType
      self.body = body
    }
  }

  /// A request that was turned away before it was whole: the other side, and the status it got.
  public typealias Refused = @Sendable (_ peer: String, _ status: Int) -> Void

  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let thread = NIOThreadPool(numberOfThreads: 1)
  private let listener: any Channel
  /// The port, where the system chose one.
  public let port: Int

  /// Listens at an address and answers until ``stop()``.
  public init(
    host: String, port: Int, limits: Limits = Limits(), refused: @escaping Refused,
    answer: @escaping @Sendable (Request) -> Response
  ) throws {
    let (thread, open) = (thread, Counter())
    thread.start()
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 128)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelInitializer { channel in
        guard open.enter(limits.connectionsMax) else { return channel.close() }
        channel.closeFuture.whenComplete { _ in open.leave() }
        return channel.eventLoop.makeCompletedFuture {
          let handlers = channel.pipeline.syncOperations
          try handlers.addHandler(ByteToMessageHandler(Self.decoder(limits)))
          try handlers.addHandler(HTTPResponseEncoder())
          try handlers.addHandler(
            RequestHandler(limits, thread: thread, refused: refused, answer: answer))
        }
      }
    self.listener = try bootstrap.bind(host: host, port: port).wait()
    self.port = listener.localAddress?.port ?? port
  }

  /// Accepts nothing more, lets the request under way be answered, and closes all connections.
  public func stop() {
    try? listener.close().wait()
    try? thread.syncShutdownGracefully()
    try? group.syncShutdownGracefully()
  }

  private static func decoder(_ limits: Limits) -> HTTPRequestDecoder {
    var configuration = NIOHTTPDecoderLimitConfiguration()
    configuration.maxHeaderFieldSize = limits.headersMax
    configuration.maxHeaderListSize = limits.headersMax
    configuration.maxHeaderFieldCount = limits.headerCountMax
    return HTTPRequestDecoder(
      leftOverBytesStrategy: .dropBytes, limitConfiguration: configuration)
  }

  /// How many connections are open.
  private final class Counter: Sendable {
    private let count = Mutex(0)

    /// Whether there is room for one more, which is taken then.
    func enter(_ limit: Int) -> Bool {
      count.withLock { count in
        guard count < limit else { return false }
        count += 1
        return true
      }
    }

    func leave() { count.withLock { $0 -= 1 } }
  }
}
