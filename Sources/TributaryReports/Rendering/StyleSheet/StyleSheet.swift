/// The one style sheet of every page: a constant, so that its hash stands in the content policy.
enum StyleSheet {
  static let text = [tokens, layout, charts, tables, narrow, print].joined(separator: "\n")
}

extension StyleSheet {
  /// Colours: every value has a name, and the dark set changes names only. Paper is always light.
  static let tokens = #"""
    :root{color-scheme:light dark;--paper:#fcfbf8;--ink:#1a1d21;--soft:#555b63;--rule:#d9d5cb;
      --grid:#e7e3da;--axis:#8b8f96;--tint:#f3f0e9;--now:#0b5a8a;--was:#81868d;--wast:#5c6168;
      --bad:#a63d0a;--link:#0b5a8a;--a:#0b5a8a;--at:#fff;--b:#cde2f0;--bt:#0a3f62;--d:#f6d8c4;
      --dt:#782c06;--e:#a63d0a;--et:#fff;--h0:#eef2f4;--h1:#d3e3ee;--h2:#a5c9e1;--h3:#2f76a6;
      --h4:#155480;--h5:#072c48;--hx:#fff}
    @media screen and (prefers-color-scheme:dark){
      :root{--paper:#14171a;--ink:#e8e6e1;--soft:#a6abb2;--rule:#353a40;--grid:#272c31;
        --axis:#757c85;--tint:#1d2125;--now:#74bdec;--was:#868d96;--wast:#a2a8b0;--bad:#ff9a63;
        --link:#8ac8f0;--a:#74bdec;--at:#06202f;--b:#1f4864;--bt:#d3eafa;--d:#5a2b11;
        --dt:#ffdcc7;--e:#ff9a63;--et:#391300;--h0:#1d2328;--h1:#1f394b;--h2:#27587a;
        --h3:#478fbd;--h4:#74b2da;--h5:#c8e5f8;--hx:#0b1a24}
    }
    """#
}
