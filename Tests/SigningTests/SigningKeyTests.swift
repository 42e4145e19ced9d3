// SPDX-License-Identifier: Apache-2.0
import Signing
import TestSupport
import Testing

struct SigningKeyTests {
  let folder: ScratchFolder
  let message = Array("a ballot: «так»\n".utf8)

  init() throws {
    folder = try ScratchFolder()
  }

  /// RFC 8032 section 7.1: seed, public key, message, signature.
  @Test(arguments: [
    (
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    ),
    (
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    ),
  ])
  func signsAsRFC8032Shows(seed: String, key: String, message: String, signature: String) throws {
    let signer = try SigningKey(seed: #require(Hex.decode(seed)))
    let signed = try signer.signature(for: #require(Hex.decode(message)))
    #expect(Hex.encode(signer.publicKey.rawBytes) == key)
    #expect(Hex.encode(signed) == signature)
  }

  @Test(arguments: [nil, "correct horse", "пароль"])
  func aKeyOfOpenSSLIsReadAndItsSignaturesAreVerifiedByOpenSSL(passphrase: String?) throws {
    try folder.write("\(passphrase ?? "none")\n", to: "pass")
    let cipher = passphrase == nil ? "" : " -aes-256-cbc -pass file:pass"
    try folder.run("openssl genpkey -algorithm ed25519 -out key.pem\(cipher)")
    try folder.run("openssl pkey -in key.pem -passin file:pass -pubout -out public.pem")
    let key = try SigningKey(
      pem: folder.read("key.pem"), passphrase: passphrase.map { Array($0.utf8) })
    try folder.write(key.signature(for: message), to: "signature")
    try folder.write(message, to: "message")
    let said = try folder.run(
      "openssl pkeyutl -verify -pubin -inkey public.pem -rawin -in message -sigfile signature")
    #expect(said.contains("Signature Verified Successfully"))
  }

  @Test(arguments: [nil, "correct horse", "пароль"])
  func aKeyThatWeWriteIsReadAndUsedByOpenSSL(passphrase: String?) throws {
    let key = try SigningKey.generate()
    try folder.write("\(passphrase ?? "none")\n", to: "pass")
    try folder.write(key.pem(passphrase: passphrase.map { Array($0.utf8) }), to: "key.pem")
    try folder.write(message, to: "message")
    let text = try folder.run("openssl pkey -in key.pem -passin file:pass -noout -text_pub")
    #expect(text.hasPrefix("ED25519 Public-Key:"))
    try folder.run(
      "openssl pkeyutl -sign -inkey key.pem -passin file:pass -rawin -in message -out signature")
    #expect(try key.publicKey.isValidSignature(folder.read("signature"), for: message))
  }

  @Test func aKeyThatWeWriteWeReadAgain() throws {
    let key = try SigningKey.generate()
    let plain = try SigningKey(pem: key.pem(passphrase: nil), passphrase: nil)
    let sealed = try SigningKey(pem: key.pem(passphrase: [0x20]), passphrase: [0x20])
    #expect(plain.publicKey == key.publicKey)
    #expect(sealed.publicKey == key.publicKey)
    let pem = String(decoding: try key.pem(passphrase: [0x20]), as: UTF8.self)
    #expect(pem.hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"))
  }

  @Test func aChangedMessageOrSignatureOrAnotherKeyIsFalse() throws {
    let key = try SigningKey.generate()
    let other = try SigningKey.generate()
    let signature = try key.signature(for: message)
    var changed = signature
    changed[63] ^= 1
    #expect(try key.publicKey.isValidSignature(signature, for: message))
    #expect(try !key.publicKey.isValidSignature(signature, for: message + [0x0A]))
    #expect(try !key.publicKey.isValidSignature(changed, for: message))
    #expect(try !key.publicKey.isValidSignature(signature + [0], for: message))
    #expect(try !key.publicKey.isValidSignature([], for: message))
    #expect(try !other.publicKey.isValidSignature(signature, for: message))
  }

  @Test func aWrongPassphraseIsToldFromAMissingAndAnEmptyOne() throws {
    let key = try SigningKey.generate()
    let pem = try key.pem(passphrase: Array("right".utf8))
    expect(.wrongPassphrase, of: pem, passphrase: "wrong")
    expect(.wrongPassphrase, of: pem, passphrase: "")
    expect(.passphraseNeeded, of: pem, passphrase: nil)
    #expect(throws: SigningError.emptyPassphrase) { _ = try key.pem(passphrase: []) }
    #expect(throws: SigningError.passphraseTooLong(bytes: 1024)) {
      _ = try key.pem(passphrase: [UInt8](repeating: 0x61, count: 1024))
    }
  }

  /// One wrong passphrase in 256 ends in good padding; with 2,048 iterations they are cheap to try.
  @Test func aThousandWrongPassphrasesAreAllCalledWrong() throws {
    try folder.run("openssl genpkey -algorithm ed25519 -aes-256-cbc -pass pass:right -out key.pem")
    let pem = try folder.read("key.pem")
    for number in 0..<1000 {
      expect(.wrongPassphrase, of: pem, passphrase: "wrong\(number)")
    }
  }

  @Test(arguments: [
    ("genpkey -algorithm rsa -pkeyopt rsa_keygen_bits:1024", "RSA"),
    ("genpkey -algorithm x25519", "X25519"),
    ("genpkey -algorithm ed448", "ED448"),
    ("genpkey -algorithm ec -pkeyopt ec_paramgen_curve:P-256", "EC"),
  ])
  func aKeyOfAnotherAlgorithmIsRefusedByItsName(command: String, name: String) throws {
    try folder.run("openssl \(command) -out key.pem")
    expect(.otherAlgorithm(name), of: try folder.read("key.pem"))
    try folder.run("openssl pkcs8 -topk8 -in key.pem -passout pass:p -out sealed.pem")
    expect(.otherAlgorithm(name), of: try folder.read("sealed.pem"), passphrase: "p")
  }

  @Test func aFileThatIsNoPrivateKeyIsRefusedForWhatItIs() throws {
    try folder.run("openssl genpkey -algorithm ed25519 -out key.pem")
    try folder.run("openssl pkey -in key.pem -pubout -out public.pem")
    let key = try folder.read("key.pem")
    expect(.notPEM, of: [])
    expect(.notPEM, of: Array("no key at all\n".utf8))
    expect(.notPEM, of: Array(key.dropLast(40)))
    expect(.notAPrivateKey(label: "PUBLIC KEY"), of: try folder.read("public.pem"))
    expect(.severalPEMBlocks, of: key + key)
    expect(.malformedPrivateKey, of: pem("PRIVATE KEY", "AAAA"))
    expect(.malformedPrivateKey, of: pem("ENCRYPTED PRIVATE KEY", "AAAA"), passphrase: "p")
    expect(
      .keyFileTooLong(bytes: 65_537), of: key + [UInt8](repeating: 0x0A, count: 65_537 - key.count))
  }

  @Test func textAroundTheKeyIsIgnored() throws {
    let key = try SigningKey.generate()
    let pem = Array("my key\n".utf8) + (try key.pem(passphrase: nil)) + Array("keep it\n".utf8)
    let again = try SigningKey(pem: pem, passphrase: Array("not needed".utf8))
    #expect(again.publicKey == key.publicKey)
  }

  @Test func aFailureLeavesNothingInTheErrorQueueForTheNext() throws {
    expect(.malformedPrivateKey, of: pem("PRIVATE KEY", "AAAA"))
    try folder.run("openssl genpkey -algorithm ed25519 -aes-256-cbc -pass pass:right -out key.pem")
    expect(.wrongPassphrase, of: try folder.read("key.pem"), passphrase: "wrong")
    expect(.notPEM, of: [])
    let key = try SigningKey(pem: folder.read("key.pem"), passphrase: Array("right".utf8))
    #expect(try key.signature(for: message).count == 64)
  }

  private func pem(_ label: String, _ content: String) -> [UInt8] {
    Array("-----BEGIN \(label)-----\n\(content)\n-----END \(label)-----\n".utf8)
  }

  private func expect(_ error: SigningError, of pem: [UInt8], passphrase: String? = nil) {
    #expect(throws: error) {
      _ = try SigningKey(pem: pem, passphrase: passphrase.map { Array($0.utf8) })
    }
  }
}
