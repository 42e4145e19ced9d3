// SPDX-License-Identifier: Apache-2.0
import NIOCore
import NIOHTTP1
import NIOPosix

/// Reads the one request of a connection, has it answered, and closes.
///
/// Whatever else the other side sends is not looked at.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let limits: WebServer.Limits
  private let thread: NIOThreadPool
  private let refused: WebServer.Refused
  private let answer: @Sendable (WebServer.Request) -> WebServer.Response

  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  /// Set when the request is whole or was turned away.
  private var isDone = false
  private var deadline: Scheduled<Void>?

  init(
    _ limits: WebServer.Limits, thread: NIOThreadPool, refused: @escaping WebServer.Refused,
    answer: @escaping @Sendable (WebServer.Request) -> WebServer.Response
  ) {
    self.limits = limits
    self.thread = thread
    self.refused = refused
    self.answer = answer
  }

  func channelActive(context: ChannelHandlerContext) {
    let (channel, peer, refused) = (context.channel, Self.peer(of: context), refused)
    deadline = context.eventLoop.scheduleTask(in: .seconds(Int64(limits.seconds))) {
      refused(peer, 408)
      channel.close(promise: nil)
    }
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isDone else { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      if let length = head.headers.first(name: "content-length").flatMap({ Int($0) }),
        length > limits.bodyMax
      {
        refuse(413, context)
      }
    case .body(let part):
      guard body.count + part.readableBytes <= limits.bodyMax else { return refuse(413, context) }
      body += part.readableBytesView
    case .end:
      respond(context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard !isDone else { return context.close(promise: nil) }
    switch error {
    case HTTPParserError.headerOverflow: refuse(431, context)
    case is HTTPParserError: refuse(400, context)
    default: context.close(promise: nil)
    }
  }

  private func respond(_ context: ChannelHandlerContext) {
    isDone = true
    guard let head else { return context.close(promise: nil) }
    let request = WebServer.Request(
      method: head.method.rawValue, path: head.uri, body: body, peer: Self.peer(of: context))
    let (channel, answer) = (context.channel, answer)
    thread.runIfActive(eventLoop: context.eventLoop) { answer(request) }.whenComplete { result in
      switch result {
      case .success(let response): Self.send(response, to: channel)
      case .failure: channel.close(promise: nil)
      }
    }
  }

  private func refuse(_ status: Int, _ context: ChannelHandlerContext) {
    isDone = true
    refused(Self.peer(of: context), status)
    Self.send(WebServer.Response(status: status, body: []), to: context.channel)
  }

  private static func send(_ response: WebServer.Response, to channel: any Channel) {
    let headers: HTTPHeaders = [
      "Content-Type": response.contentType, "Content-Length": "\(response.body.count)",
      "Connection": "close", "X-Content-Type-Options": "nosniff",
    ]
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: response.status), headers: headers)
    channel.write(HTTPServerResponsePart.head(head), promise: nil)
    let body = channel.allocator.buffer(bytes: response.body)
    channel.write(HTTPServerResponsePart.body(.byteBuffer(body)), promise: nil)
    channel.writeAndFlush(HTTPServerResponsePart.end(nil)).whenComplete { _ in
      channel.close(promise: nil)
    }
  }

  private static func peer(of context: ChannelHandlerContext) -> String {
    context.remoteAddress?.ipAddress ?? ""
  }
}
