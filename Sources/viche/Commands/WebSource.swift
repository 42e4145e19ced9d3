// SPDX-License-Identifier: Apache-2.0

import Ledger

/// A log's tiles on a web server.
struct WebSource: TileSource {
  private let client: WebClient

  /// A source below a URL, `https` or on this machine unless `allowHTTP`.
  init(_ text: String, seconds: Int, allowHTTP: Bool) throws(WebClient.BadURL) {
    self.client = try WebClient(text, seconds: seconds, allowHTTP: allowHTTP)
  }

  func contents(
    of resource: String, atMost limit: Int
  ) throws(TilesError) -> [UInt8]? {
    switch client.get(resource, atMost: limit) {
    case .answer(_, _, let body): return body
    case .status(404), .status(410): return nil
    case .status(let status): throw .web(resource, .status(status))
    case .tooLong: throw .tooLong(resource, max: limit)
    case .trouble(let trouble): throw .web(resource, trouble)
    }
  }
}
