// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import FoundationNetworking
import Ledger
import Synchronization

/// What is asked of one web server: the one place of the command that speaks to a network.
///
/// One request at a time; each is bounded in bytes and in seconds, follows redirects only below the
/// prefix and only where nothing is sent, and carries neither cookies nor credentials. What arrives is
/// not believed.
struct WebClient {
  /// Why a text is no URL that is asked.
  enum BadURL: Error { case malformed, notLoopback }

  /// What a request comes to.
  enum Outcome {
    /// An answer with a status that was hoped for: its body whole, and the type of it.
    case answer(status: Int, type: String, body: [UInt8])
    /// Another status, and nothing read.
    case status(Int)
    case tooLong
    case trouble(WebTrouble)
  }

  private let prefix: URL
  private let seconds: Int
  private let session: URLSession
  private let exchange: WebExchange

  /// A server below a URL, `https` or on this machine unless `allowHTTP`.
  init(_ text: String, seconds: Int, allowHTTP: Bool) throws(BadURL) {
    let trimmed = String(text.reversed().drop { $0 == "/" }.reversed())
    guard let prefix = URL(string: trimmed), let host = prefix.host, !host.isEmpty,
      prefix.user == nil, prefix.query == nil, prefix.fragment == nil
    else { throw .malformed }
    switch prefix.scheme {
    case "https": break
    case "http" where allowHTTP || Self.loopback.contains(host): break
    case "http": throw .notLoopback
    default: throw .malformed
    }
    let settings = URLSessionConfiguration.ephemeral
    settings.httpCookieStorage = nil
    settings.urlCache = nil
    settings.urlCredentialStorage = nil
    settings.httpMaximumConnectionsPerHost = 1
    // The deadline is ours, for a whole request; the session's own must not come first, in its own words.
    settings.timeoutIntervalForRequest = TimeInterval(seconds) + 60
    self.prefix = prefix
    self.seconds = seconds
    self.exchange = WebExchange()
    self.session = URLSession(configuration: settings, delegate: exchange, delegateQueue: nil)
  }

  /// Whether a text is meant as a URL, not as a path.
  static func isURL(_ text: String) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://")
  }

  private static let loopback: Set = ["localhost", "127.0.0.1", "::1", "[::1]"]

  /// Asks for a resource below the prefix.
  func get(_ resource: String, atMost limit: Int) -> Outcome {
    let deadline = DispatchTime.now() + .seconds(seconds)
    var url = prefix.appendingPathComponent(resource)
    for _ in 0...Self.redirectsMax {
      let outcome = outcome(of: request(url), [200], limit, before: deadline)
      guard case .elsewhere(let place) = outcome else { return outcome.told }
      guard let place, isWithinPrefix(place) else { return outcome.told }
      url = place
    }
    return .status(302)
  }

  /// Sends bytes to a resource below the prefix, and reads answers of these statuses.
  func post(
    _ body: [UInt8], to resource: String, hopingFor statuses: Set<Int>, atMost limit: Int
  ) -> Outcome {
    var request = request(prefix.appendingPathComponent(resource))
    request.httpMethod = "POST"
    request.httpBody = Data(body)
    request.setValue("text/plain; charset=utf-8", forHTTPHeaderField: "Content-Type")
    let deadline = DispatchTime.now() + .seconds(seconds)
    return outcome(of: request, statuses, limit, before: deadline).told
  }

  private func request(_ url: URL) -> URLRequest {
    URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData)
  }

  private func outcome(
    of request: URLRequest, _ statuses: Set<Int>, _ limit: Int, before deadline: DispatchTime
  ) -> WebExchange.Outcome {
    exchange.begin(limit: limit, statuses)
    let task = session.dataTask(with: request)
    task.resume()
    guard exchange.wait(until: deadline) else {
      task.cancel()
      return .trouble(.timeout(seconds: seconds))
    }
    return exchange.outcome
  }

  private func isWithinPrefix(_ url: URL) -> Bool {
    let url = url.standardized
    return url.scheme == prefix.scheme && url.host == prefix.host && url.port == prefix.port
      && url.path.hasPrefix(prefix.path + "/")
  }

  private static let redirectsMax = 5
}

/// What one request has come to so far; the session tells it on a thread of its own.
private final class WebExchange: NSObject, URLSessionDataDelegate, Sendable {
  enum Outcome {
    case answer(status: Int, type: String, body: [UInt8])
    case status(Int)
    case tooLong
    /// It is said to be at another place.
    case elsewhere(URL?)
    case trouble(WebTrouble)

    /// What is told of it, where no other place is asked.
    var told: WebClient.Outcome {
      switch self {
      case .answer(let status, let type, let body): .answer(status: status, type: type, body: body)
      case .status(let status): .status(status)
      case .tooLong: .tooLong
      case .elsewhere(let place): .trouble(.redirect(place?.absoluteString ?? ""))
      case .trouble(let trouble): .trouble(trouble)
      }
    }
  }

  private struct State {
    var limit = 0
    /// The statuses whose bodies are read.
    var statuses: Set<Int> = []
    var status = 0
    var type = ""
    var bytes: [UInt8] = []
    /// Set when it is known before the end that nothing good comes.
    var failure: Outcome?
  }

  private let state = Mutex(State())
  private let end = DispatchSemaphore(value: 0)

  func begin(limit: Int, _ statuses: Set<Int>) {
    state.withLock { $0 = State(limit: limit, statuses: statuses) }
  }

  /// Whether the request ended in time.
  func wait(until deadline: DispatchTime) -> Bool { end.wait(timeout: deadline) == .success }

  var outcome: Outcome {
    state.withLock { state in
      state.failure ?? .answer(status: state.status, type: state.type, body: state.bytes)
    }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    // Followed by the client, one request each: swift-corelibs-foundation stops the program when a task is
    // cancelled in here ("Received callback for HTTP redirection, but we're not waiting for it").
    fail(.elsewhere(request.url))
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    completionHandler(isGood(response) ? .allow : .cancel)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isTooLong = state.withLock { state in
      guard state.bytes.count + data.count <= state.limit else { return true }
      state.bytes += data
      return false
    }
    if isTooLong {
      fail(.tooLong)
      dataTask.cancel()
    }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    if let error {
      fail(.trouble(.connection(error.localizedDescription)))
    } else {
      // An answer without a body comes to nothing but this.
      _ = isGood(task.response)
    }
    end.signal()
  }

  /// Whether a status is one of those hoped for; another one is remembered.
  private func isGood(_ response: URLResponse?) -> Bool {
    let answer = response as? HTTPURLResponse
    let status = answer?.statusCode ?? 0
    let isHopedFor = state.withLock { state in
      state.status = status
      state.type = answer?.value(forHTTPHeaderField: "Content-Type") ?? ""
      return state.statuses.contains(status)
    }
    if !isHopedFor { fail(.status(status)) }
    return isHopedFor
  }

  /// Remembers the first failure: the ones after it follow from it.
  private func fail(_ outcome: Outcome) {
    state.withLock { if $0.failure == nil { $0.failure = outcome } }
  }
}
