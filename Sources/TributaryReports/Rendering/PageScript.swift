/// The one script of every page: sorts and filters tables, and tells the value under the pointer.
///
/// A page holds the same without it. It builds its own buttons, stores nothing, and writes only
/// text that the generator has already formatted.
enum PageScript {
  static let text = #"""
    (function(){'use strict';
    var L=document.documentElement.lang||'en',C=new Intl.Collator(L,{numeric:true});
    function each(list,f){Array.prototype.forEach.call(list,f)}
    function sortable(t){
     var b=t.tBodies[0],hs=t.tHead.rows[t.tHead.rows.length-1].cells;
     each(hs,function(h,i){
      if(!h.textContent.trim()||h.hasAttribute('data-no'))return;
      var u=document.createElement('button');u.type='button';
      while(h.firstChild)u.appendChild(h.firstChild);h.appendChild(u);
      u.addEventListener('click',function(){
       var up=h.getAttribute('aria-sort')==='descending';
       each(hs,function(x){x.removeAttribute('aria-sort')});
       h.setAttribute('aria-sort',up?'ascending':'descending');
       function key(r){var c=r.cells[i],s=c.getAttribute('data-s');
        return s===null?c.textContent.trim():s===''?null:+s}
       Array.from(b.rows).sort(function(p,q){var x=key(p),y=key(q);
        if(x===null||y===null)return(x===null)-(y===null);
        var d=typeof x==='number'&&typeof y==='number'?x-y:C.compare(x,y);
        return up?d:-d}).forEach(function(r){b.appendChild(r)})})})}
    function filterable(t,words){
     var f=document.createElement('input'),p=t.parentNode;
     f.type='search';f.className='filter';f.placeholder=words;f.setAttribute('aria-label',words);
     p.parentNode.insertBefore(f,p);
     f.addEventListener('input',function(){var q=f.value.toLocaleLowerCase(L);
      each(t.tBodies[0].rows,function(r){
       r.hidden=r.textContent.toLocaleLowerCase(L).indexOf(q)<0})})}
    function readable(f){
     var v=f.getAttribute('data-r').split('|'),o=document.createElement('output');
     o.setAttribute('aria-hidden','true');f.appendChild(o);
     each(f.querySelectorAll('svg[data-x]'),function(s){
      var x=s.getAttribute('data-x').split(' ').map(Number),W=s.viewBox.baseVal.width,
      c=document.createElementNS('http://www.w3.org/2000/svg','path');
      c.setAttribute('class','ld');s.appendChild(c);
      s.addEventListener('pointermove',function(e){
       var r=s.getBoundingClientRect(),p=((e.clientX-r.left)/r.width*W-x[0])/(x[1]-x[0]),
       i=Math.max(0,Math.min(v.length-1,Math.round(p*(v.length-1))));
       o.textContent=v[i];
       c.setAttribute('d','M'+(x[0]+i/Math.max(1,v.length-1)*(x[1]-x[0]))+' 4V'+x[2])});
      s.addEventListener('pointerleave',function(){o.textContent='';c.removeAttribute('d')})})}
    each(document.querySelectorAll('table[data-sort]'),function(t){sortable(t);
     var w=t.getAttribute('data-filter');if(w)filterable(t,w)});
    each(document.querySelectorAll('figure[data-r]'),readable);
    })();
    """#
}
