/// How well one kind of key ties one kind of member to others.
public struct KeyMatch: Sendable, Hashable {
  public let key: IdentityKey.Kind
  /// `visitor`, `order`, `call`, `letter` or `invoice`.
  public let member: String
  /// Members of that kind.
  public let members: Int
  /// Those that carry such a key.
  public let withKey: Int
  /// Those whose key another member of the person shares.
  public let joined: Int
  /// Keys of that kind on such members that too many share and that therefore join nobody.
  public let cappedKeys: Int

  /// joined / members, nil without members. Units: 0...1.
  public var rate: Double? { members == 0 ? nil : Double(joined) / Double(members) }
}
