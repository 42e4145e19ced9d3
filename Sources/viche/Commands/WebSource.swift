// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import FoundationNetworking
import Ledger
import Synchronization

/// A log's tiles on a web server: the one place of the command that speaks to a network.
///
/// One request at a time; each is bounded in bytes and in seconds, follows redirects only within the
/// log's own prefix, and sends neither cookies nor credentials. What arrives is not believed.
struct WebSource: TileSource {
  /// Why a text is no URL that a log is read from.
  enum BadURL: Error { case malformed, notLoopback }

  private let prefix: URL
  private let seconds: Int
  private let session: URLSession
  private let exchange: WebExchange

  /// A source below a URL, `https` or on this machine unless `allowHTTP`.
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
    settings.timeoutIntervalForRequest = TimeInterval(seconds)
    self.prefix = prefix
    self.seconds = seconds
    self.exchange = WebExchange(prefix: prefix)
    self.session = URLSession(configuration: settings, delegate: exchange, delegateQueue: nil)
  }

  /// Whether a text is meant as a URL, not as a path.
  static func isURL(_ text: String) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://")
  }

  private static let loopback: Set = ["localhost", "127.0.0.1", "::1", "[::1]"]

  func contents(
    of resource: String, atMost limit: Int
  ) throws(TilesError) -> [UInt8]? {
    let request = URLRequest(
      url: prefix.appendingPathComponent(resource), cachePolicy: .reloadIgnoringLocalCacheData)
    exchange.begin(limit: limit)
    let task = session.dataTask(with: request)
    task.resume()
    guard exchange.wait(seconds: seconds) else {
      task.cancel()
      throw .web(resource, .timeout(seconds: seconds))
    }
    switch exchange.outcome {
    case .whole(let bytes): return bytes
    case .absent: return nil
    case .tooLong: throw .tooLong(resource, max: limit)
    case .trouble(let trouble): throw .web(resource, trouble)
    }
  }
}

/// What one request has come to so far; the session tells it on a thread of its own.
private final class WebExchange: NSObject, URLSessionDataDelegate, Sendable {
  enum Outcome {
    case whole([UInt8])
    case absent
    case tooLong
    case trouble(WebTrouble)
  }

  private struct State {
    var limit = 0
    var bytes: [UInt8] = []
    var redirects = 0
    /// Set when it is known before the end that nothing good comes.
    var failure: Outcome?
  }

  private let prefix: URL
  private let state = Mutex(State())
  private let end = DispatchSemaphore(value: 0)
  private static let redirectsMax = 5

  init(prefix: URL) { self.prefix = prefix }

  func begin(limit: Int) { state.withLock { $0 = State(limit: limit) } }

  /// Whether the request ended in time.
  func wait(seconds: Int) -> Bool { end.wait(timeout: .now() + .seconds(seconds)) == .success }

  var outcome: Outcome { state.withLock { $0.failure ?? .whole($0.bytes) } }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    let isAllowed = state.withLock { state in
      state.redirects += 1
      return state.redirects <= Self.redirectsMax && isWithinPrefix(request.url)
    }
    if !isAllowed {
      fail(.trouble(.redirect(request.url?.absoluteString ?? "")))
      task.cancel()
    }
    completionHandler(isAllowed ? request : nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    let status = (response as? HTTPURLResponse)?.statusCode ?? 0
    switch status {
    case 200: break
    case 404, 410: fail(.absent)
    default: fail(.trouble(.status(status)))
    }
    completionHandler(status == 200 ? .allow : .cancel)
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
    if let error { fail(.trouble(.connection(error.localizedDescription))) }
    end.signal()
  }

  /// Remembers the first failure: the ones after it follow from it.
  private func fail(_ outcome: Outcome) {
    state.withLock { if $0.failure == nil { $0.failure = outcome } }
  }

  private func isWithinPrefix(_ url: URL?) -> Bool {
    guard let url = url?.standardized else { return false }
    return url.scheme == prefix.scheme && url.host == prefix.host && url.port == prefix.port
      && url.path.hasPrefix(prefix.path + "/")
  }
}
