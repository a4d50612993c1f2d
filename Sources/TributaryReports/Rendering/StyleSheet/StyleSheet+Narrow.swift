extension StyleSheet {
  /// Below 1096 px one column, below 900 px indicators as blocks, below 768 px narrow drawings.
  static let narrow = #"""
    @media screen and (max-width:1095px){
      .two{grid-template-columns:minmax(0,720px)}
      aside:before{display:none}
      aside{margin-top:10px}
    }
    @media screen and (max-width:767px){
      body{padding:0 16px 40px}
      svg.w{display:none}
      svg.n{display:block;width:100%;max-width:480px}
      h1{font-size:23px;margin-top:20px}
      h2{font-size:19px}
      .cols{grid-template-columns:minmax(0,1fr)}
      .items>li{grid-template-columns:28px minmax(0,1fr)}
      .items>li>figure,.items>li>.pic{grid-column:1/-1;margin-top:8px}
      nav ul{gap:0 16px}
      .scroll.wide table{min-width:860px}
      .scroll.wide th{white-space:nowrap}
      .scroll.wide tbody th{white-space:normal}
      .scroll .stick{position:sticky;left:0;background:var(--paper);z-index:1;min-width:136px;
        max-width:150px}
    }
    @media screen and (max-width:899px){
      .kpi,.kpi tbody,.kpi tr{display:block}
      .kpi thead{position:absolute;left:-9999px}
      .kpi tbody tr{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:0 8px;
        padding:10px 0;border-bottom:1px solid var(--grid)}
      .kpi td,.kpi tbody th{border:0;padding:1px 0;text-align:left}
      .kpi .name{grid-column:1/3;grid-row:1}
      .kpi .val{grid-column:1/2;grid-row:2}
      .kpi .spk{grid-column:2/4;grid-row:2;justify-self:end}
      .kpi .ver{grid-column:1/-1;grid-row:3}
      .kpi .cmp{grid-row:4}
      .kpi .cmp:before{content:attr(data-l);display:block;white-space:normal;
        font-size:12px;color:var(--soft)}
    }
    """#
}
