// SPDX-License-Identifier: Apache-2.0

/// Opens many envelopes of the same recipients: reads their identities once, and keeps them.
///
/// Threads may share it. Not copyable: whoever holds it may open.
public struct EnvelopeOpener: ~Copyable, Sendable {
  private let layers: [Layer]

  /// Takes the texts of the recipients' identities, in the recipients' order.
  public init(identities: [String]) throws(SealingError) {
    guard !identities.isEmpty else { throw .noIdentities }
    var layers: [Layer] = []
    for text in identities { layers.append(Layer(try SealIdentity(parsing: text))) }
    self.layers = layers
  }

  /// What is in an envelope.
  public func open(_ bytes: [UInt8]) throws(SealingError) -> [UInt8] {
    var bytes = bytes
    for layer in layers { bytes = try AgeFile.open(bytes, with: layer.identity) }
    return bytes
  }

  /// Arrays hold no values that cannot be copied, so a class holds one for them.
  private final class Layer: Sendable {
    let identity: SealIdentity

    init(_ identity: consuming SealIdentity) {
      self.identity = identity
    }
  }
}
