extension StyleSheet {
  /// Tables, grades, key indicators.
  static let tables = #"""
    tbody th small{display:block;font-weight:400;font-size:13px;color:var(--soft)}
    td small{display:block;font-weight:400;font-size:12px;color:var(--soft)}
    figcaption{font-size:13px;color:var(--soft);margin:0 0 6px}
    figcaption b{color:var(--ink)}
    .scroll{overflow-x:auto;margin:6px 0}
    table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.35;
      font-variant-numeric:tabular-nums lining-nums}
    caption{text-align:left;font-size:13px;color:var(--soft);padding-bottom:4px}
    th{font-weight:600;font-size:13px;color:var(--soft);text-align:left;vertical-align:bottom;
      padding:5px 8px 5px 0;border-bottom:1.5px solid var(--axis)}
    td,tbody th{padding:7px 8px 7px 0;border-bottom:1px solid var(--grid);vertical-align:top}
    tbody th{color:var(--ink);font-size:14px;vertical-align:top;font-weight:600}
    .num{text-align:right}
    .num+td:not(.num),.num+th:not(.num){padding-left:20px}
    th.num,td.num{padding-left:12px}
    .fit table{max-width:860px}
    td.num,td .nb{white-space:nowrap}
    .mut{color:var(--soft)}
    .mid td,.mid tbody th{vertical-align:middle}
    tfoot td,tfoot th{border-top:1.5px solid var(--axis);border-bottom:0;font-weight:600;
      padding:7px 8px 7px 0;color:var(--ink);font-size:14px}
    th button{all:unset;cursor:pointer;color:inherit;font:inherit;
      text-decoration:underline dotted;text-underline-offset:3px}
    th button:focus-visible{outline:2px solid var(--now)}
    th[aria-sort=ascending] button:after{content:" ↑"}
    th[aria-sort=descending] button:after{content:" ↓"}
    .filter{font:inherit;font-size:14px;color:inherit;background:var(--paper);
      border:1px solid var(--axis);border-radius:3px;padding:6px 8px;margin:2px 0 6px;
      width:240px;max-width:100%}
    .g{display:inline-block;min-width:24px;text-align:center;border-radius:3px;font-weight:700;
      line-height:22px;font-size:13px}
    .g.A{background:var(--a);color:var(--at)}
    .g.B{background:var(--b);color:var(--bt)}
    .g.C{box-shadow:inset 0 0 0 1px var(--soft)}
    .g.D{background:var(--d);color:var(--dt)}
    .g.E{background:var(--e);color:var(--et)}
    .up{color:var(--now);font-weight:600}
    .dn{color:var(--bad);font-weight:600}
    .kpi td{vertical-align:middle}
    .kpi .big{font-size:19px;font-weight:650;white-space:nowrap;letter-spacing:-.01em}
    .kpi tbody th{vertical-align:middle;font-size:15px}
    .kpi th small{display:block;font-weight:400;color:var(--soft);font-size:13px}
    .todo .num{font-variant-numeric:tabular-nums;font-weight:600}
    .stick{min-width:140px}
    .g.Q{box-shadow:inset 0 0 0 1px var(--soft)}
    .more{font-size:13px;color:var(--soft);margin:2px 0 0}
    """#
}
