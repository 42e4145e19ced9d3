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
    self.exchange = WebExchange()
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
    let deadline = DispatchTime.now() + .seconds(seconds)
    var url = prefix.appendingPathComponent(resource)
    for _ in 0...Self.redirectsMax {
      switch try answer(from: url, to: resource, limit, before: deadline) {
      case .whole(let bytes): return bytes
      case .absent: return nil
      case .tooLong: throw .tooLong(resource, max: limit)
      case .elsewhere(let place):
        guard let place, isWithinPrefix(place) else {
          throw .web(resource, .redirect(place?.absoluteString ?? ""))
        }
        url = place
      case .trouble(let trouble): throw .web(resource, trouble)
      }
    }
    throw .web(resource, .status(302))
  }

  /// What one request comes to.
  private func answer(
    from url: URL, to resource: String, _ limit: Int, before deadline: DispatchTime
  ) throws(TilesError) -> WebExchange.Outcome {
    exchange.begin(limit: limit)
    let request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData)
    let task = session.dataTask(with: request)
    task.resume()
    guard exchange.wait(until: deadline) else {
      task.cancel()
      throw .web(resource, .timeout(seconds: seconds))
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
    case whole([UInt8])
    case absent
    case tooLong
    /// It is said to be at another place.
    case elsewhere(URL?)
    case trouble(WebTrouble)
  }

  private struct State {
    var limit = 0
    var bytes: [UInt8] = []
    /// Set when it is known before the end that nothing good comes.
    var failure: Outcome?
  }

  private let state = Mutex(State())
  private let end = DispatchSemaphore(value: 0)

  func begin(limit: Int) { state.withLock { $0 = State(limit: limit) } }

  /// Whether the request ended in time.
  func wait(until deadline: DispatchTime) -> Bool { end.wait(timeout: deadline) == .success }

  var outcome: Outcome { state.withLock { $0.failure ?? .whole($0.bytes) } }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    // Followed by the source, one request each: swift-corelibs-foundation stops the program when a task is
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

  /// Whether a status promises the resource; what another one means is remembered.
  private func isGood(_ response: URLResponse?) -> Bool {
    let status = (response as? HTTPURLResponse)?.statusCode ?? 0
    switch status {
    case 200: return true
    case 404, 410: fail(.absent)
    default: fail(.trouble(.status(status)))
    }
    return false
  }

  /// Remembers the first failure: the ones after it follow from it.
  private func fail(_ outcome: Outcome) {
    state.withLock { if $0.failure == nil { $0.failure = outcome } }
  }
}
