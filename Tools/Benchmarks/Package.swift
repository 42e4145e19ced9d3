// swift-tools-version: 6.2
import PackageDescription

// A package of its own: the product's builds and tests do not pay for it. A plain executable: what
// is asked are ratios within one run, for which a benchmark library's statistics are of no use.
let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "viche", path: "../.."),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
  ],
  targets: [
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        .product(name: "Signing", package: "viche"),
        .product(name: "TransparencyLog", package: "viche"),
        .product(name: "Governance", package: "viche"),
        .product(name: "Ledger", package: "viche"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "Contests",
      dependencies: [.product(name: "Counting", package: "viche")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "Counts",
      dependencies: [.product(name: "Counting", package: "viche")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "Histories",
      dependencies: [
        .product(name: "Authoring", package: "viche"),
        .product(name: "Signing", package: "viche"),
        .product(name: "Sealing", package: "viche"),
        .product(name: "Governance", package: "viche"),
        .product(name: "Ledger", package: "viche"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ],
  swiftLanguageModes: [.v6]
)
