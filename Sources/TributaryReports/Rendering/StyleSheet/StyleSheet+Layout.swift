extension StyleSheet {
  /// Page, masthead, sections, side notes, lists.
  static let layout = #"""
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0 auto;max-width:1096px;padding:0 24px 48px;background:var(--paper);
      color:var(--ink);font:16px/1.5 -apple-system,"Segoe UI",Roboto,"Noto Sans",
      "Liberation Sans",Arial,sans-serif;overflow-wrap:break-word}
    a{color:var(--link);text-underline-offset:2px;text-decoration-thickness:1px}
    a:hover{text-decoration-thickness:2px}
    :focus-visible{outline:2px solid var(--now);outline-offset:2px}
    .skip{position:absolute;left:-999px}
    .skip:focus{left:8px;top:8px;background:var(--paper);padding:8px}
    header{border-top:6px solid var(--now);padding-top:14px}
    .mast{display:flex;flex-wrap:wrap;gap:4px 24px;align-items:baseline;
      justify-content:space-between}
    .mast p{margin:0;max-width:none}
    .shop{font-weight:700}
    .shop span{font-weight:400;color:var(--soft)}
    nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 18px;margin:0;padding:0;
      font-size:14px}
    nav a,nav b{display:inline-block;padding:6px 0}
    nav b{box-shadow:inset 0 -2px var(--now)}
    .trust{border-left:3px solid var(--now);margin:14px 0 0;padding:2px 0 2px 14px;
      max-width:820px;font-size:15px}
    .trust.warn{border-color:var(--bad)}
    .cap{font-size:13px;color:var(--soft);margin:12px 0 2px}
    .trust p{max-width:none;margin:0 0 2px}
    h1{font-size:28px;line-height:1.22;letter-spacing:-.012em;font-weight:700;margin:26px 0 6px;
      max-width:820px;text-wrap:balance}
    .date{font-size:15px}
    section{border-top:1px solid var(--rule);margin-top:34px;padding-top:16px}
    .kick{font-size:13px;font-weight:600;color:var(--soft);margin:0 0 2px}
    h2{font-size:21px;line-height:1.28;font-weight:650;letter-spacing:-.006em;margin:0 0 10px;
      max-width:720px;text-wrap:pretty}
    h3{font-size:16px;line-height:1.35;margin:0 0 4px}
    p{margin:0 0 10px;max-width:68ch}
    .two{display:grid;grid-template-columns:720px minmax(0,1fr);gap:0 40px}
    .two>*{min-width:0}
    aside{font-size:13px;line-height:1.48;color:var(--soft)}
    aside h3{font-size:13px;color:var(--ink);margin:0 0 2px}
    aside p{margin:0 0 12px}
    aside:before{content:"";display:block;height:34px}
    .note,.src{font-size:13px;line-height:1.48;color:var(--soft)}
    .note{margin-top:8px}
    details{margin-top:4px}
    summary{cursor:pointer;padding:3px 0;color:var(--link)}
    pre{font:12px/1.5 ui-monospace,Menlo,Consolas,"Liberation Mono",monospace;
      background:var(--tint);padding:10px;margin:4px 0;overflow-x:auto}
    code{font:12px ui-monospace,Menlo,Consolas,"Liberation Mono",monospace;
      overflow-wrap:anywhere}
    figure{margin:6px 0 4px}
    output{display:block;min-height:20px;font-size:13px;font-variant-numeric:tabular-nums}
    .src{max-width:none}
    .ok{color:var(--soft)}
    .items{list-style:none;margin:0;padding:0;counter-reset:i}
    .items>li{display:grid;grid-template-columns:36px minmax(0,1fr) auto;gap:0 16px;
      padding:14px 0;border-bottom:1px solid var(--grid);counter-increment:i}
    .items>li:before{content:counter(i);font-size:26px;line-height:1;font-weight:700;
      color:var(--now)}
    .items h3{font-size:17px}
    .items p{margin:0 0 5px;font-size:15px}
    .todo{list-style:none;margin:0;padding:0}
    .todo li{display:grid;grid-template-columns:22px minmax(0,1fr) auto;gap:0 8px;padding:8px 0;
      border-bottom:1px solid var(--grid);font-size:15px}
    .todo .sq{width:14px;height:14px;border:1.5px solid var(--soft);border-radius:2px;
      margin-top:5px}
    .todo small{display:block;font-size:13px;color:var(--soft)}
    .cols{display:grid;grid-template-columns:1fr 1fr;gap:0 40px}
    footer{border-top:1px solid var(--rule);margin-top:40px;padding-top:10px;font-size:13px;
      color:var(--soft)}
    .nothing{border-left:3px solid var(--rule);padding:6px 0 6px 14px;margin:8px 0;max-width:68ch}
    .facts{list-style:none;margin:0;padding:0}
    .facts li{padding:4px 0}
    """#
}
