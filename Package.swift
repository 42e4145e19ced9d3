// swift-tools-version: 6.2
import PackageDescription

/// One standard for every target: Swift 6 mode, explicit imports, no unsafe code unseen, no warning.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "viche",
  products: [
    .executable(name: "viche", targets: ["viche"]),
    // For Tools/Benchmarks, a package of its own, and for anyone who reads logs with our parts.
    .library(name: "Signing", targets: ["Signing"]),
    .library(name: "TransparencyLog", targets: ["TransparencyLog"]),
    .library(name: "Counting", targets: ["Counting"]),
    .library(name: "Governance", targets: ["Governance"]),
    .library(name: "Ledger", targets: ["Ledger"]),
    .library(name: "Authoring", targets: ["Authoring"]),
    .library(name: "Sealing", targets: ["Sealing"]),
  ],
  dependencies: [
    // The command's arguments, help and exit codes.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // File descriptors, paths and errno as values; the ledger's writes go through it.
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    // libyaml's parser for the statutes that people write; nothing in the log is YAML.
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    // HTTP/1.1 for the witness's server: the parser that bounds the request line, each header and their
    // number. FlyingFox, which is lighter, reads a line and a list of headers without any bound.
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
  ],
  targets: [
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .target(name: "Signing", dependencies: ["COpenSSL"], swiftSettings: strict),
    // libcrypto's X25519, HKDF, HMAC and ChaCha20-Poly1305; Signing's random bytes, base 64, wiping.
    .target(name: "Sealing", dependencies: ["COpenSSL", "Signing"], swiftSettings: strict),
    // libqrencode draws the symbol, libpng writes the picture: two formats that are not ours.
    .target(name: "QRCode", dependencies: ["CQREncode", "CPNG"], swiftSettings: strict),
    .target(name: "TransparencyLog", dependencies: ["Signing"], swiftSettings: strict),
    .target(name: "Counting", swiftSettings: strict),
    .target(name: "Governance", dependencies: ["Counting"], swiftSettings: strict),
    .target(
      name: "Authoring",
      dependencies: ["Counting", "Governance", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(
      name: "Ledger",
      dependencies: [
        "Governance", "TransparencyLog", "Signing", "Sealing",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .target(
      name: "Register", dependencies: ["Counting", "Governance", "Ledger"], swiftSettings: strict),
    // The one target that listens on a network; it knows nothing of what it serves.
    .target(
      name: "Serving",
      dependencies: [
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "viche",
      dependencies: [
        "Signing", "TransparencyLog", "Counting", "Governance", "Authoring", "Ledger",
        "Register", "Sealing", "Serving", "QRCode",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    // The vectors of others; a folder for the files and programs of one test.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "SigningTests", dependencies: ["Signing", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "QRCodeTests", dependencies: ["QRCode", "TestSupport"], swiftSettings: strict),
    // Signing for hashes and hexadecimal digits in vectors.
    .testTarget(
      name: "SealingTests", dependencies: ["Sealing", "Signing", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TransparencyLogTests", dependencies: ["TransparencyLog", "Signing", "TestSupport"],
      exclude: ["tiles.py"], swiftSettings: strict),
    .testTarget(
      name: "CountingTests", dependencies: ["Counting", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "GovernanceTests",
      dependencies: ["Governance", "Authoring", "Counting", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AuthoringTests",
      dependencies: ["Authoring", "Counting", "Governance", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LedgerTests",
      dependencies: [
        "Ledger", "Governance", "TransparencyLog", "Signing", "TestSupport",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RegisterTests", dependencies: ["Register", "Governance", "Ledger"],
      swiftSettings: strict),
    .testTarget(
      name: "ServingTests", dependencies: ["Serving", "TestSupport"], exclude: ["hostile.py"],
      swiftSettings: strict),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "Scenarios", path: "Tests/Scenarios",
      exclude: ["Forge", "Scripts", "background.py", "both.py", "serve.py", "witness.py"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
