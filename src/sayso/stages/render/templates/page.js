(() => {
  "use strict";
  const $ = (id) => document.getElementById(id);
  const beside = $("beside"), text = $("beside-text"), chain = $("beside-chain"), title = $("beside-title");
  let opener = null, all = [], at = 0;

  // Opens the report that holds `anchor` beside the brief, at that anchor. Returns whether there is one.
  function show(anchor) {
    const mark = $(anchor);
    const report = mark && mark.closest("article.report");
    if (!report) return false;
    const copy = report.cloneNode(true);
    copy.removeAttribute("id");
    for (const node of copy.querySelectorAll("[id]")) node.removeAttribute("id");
    for (const node of copy.querySelectorAll(".chains, h3")) node.remove();
    for (const node of copy.querySelectorAll("details")) node.open = true;
    title.textContent = report.querySelector("h3").textContent;
    const hands = $("k-" + anchor);
    chain.replaceChildren(...(hands ? [...hands.cloneNode(true).childNodes] : []));
    text.replaceChildren(...copy.childNodes);
    beside.hidden = false;
    document.body.classList.add("reading");
    const here = [...text.querySelectorAll("mark")].filter((node) => node.dataset.c === anchor);
    for (const node of here) node.classList.add("here");
    const top = here.length ? here[0].getBoundingClientRect().top - text.getBoundingClientRect().top : 0;
    text.scrollTop = Math.max(0, text.scrollTop + top - text.clientHeight / 3);
    return true;
  }

  function place() {
    $("beside-steps").hidden = all.length < 2;
    $("beside-place").textContent = `${at + 1} of ${all.length}`;
  }

  function step(by) {
    at = (at + by + all.length) % all.length;
    show(all[at]);
    place();
  }

  function shut() {
    if (beside.hidden) return;
    beside.hidden = true;
    document.body.classList.remove("reading");
    if (opener && opener.isConnected) opener.focus();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const anchor = decodeURIComponent(link.getAttribute("href").slice(1));
    if (!show(anchor)) return;
    event.preventDefault();
    if (!beside.contains(link)) opener = link;
    all = (link.dataset.all || anchor).split(" ");
    at = Math.max(0, all.indexOf(anchor));
    place();
    title.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") shut();
  });
  $("shut").addEventListener("click", shut);
  $("earlier").addEventListener("click", () => step(-1));
  $("later").addEventListener("click", () => step(1));

  // The filter hides every line without the words; what is folded opens while it is in use.
  const lines = [...document.querySelectorAll("[data-find]")];
  const words = new Map();
  const folds = [...document.querySelectorAll("details.long")];
  let waiting = 0;
  function sift() {
    const wanted = $("filter").value.trim().toLowerCase();
    let kept = 0;
    for (const line of lines) {
      if (!words.has(line)) words.set(line, line.textContent.toLowerCase());
      const keep = !wanted || words.get(line).includes(wanted);
      line.hidden = !keep;
      kept += keep;
    }
    for (const fold of folds) fold.open = Boolean(wanted);
    $("found").textContent = wanted ? `${kept} of ${lines.length} entries` : "";
  }
  $("filter").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(sift, 80);
  });
  $("tools").hidden = false;

  const foldable = () => [...document.querySelectorAll("main details:not(.why)")];
  $("unfold").addEventListener("click", (event) => {
    const fold = event.target.textContent === "Fold all";
    for (const node of foldable()) node.open = !fold;
    event.target.textContent = fold ? "Unfold all" : "Fold all";
  });
  // On paper nothing can be unfolded any more: long lists open, reasons and texts stay as they are.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = folds.filter((node) => !node.open);
    for (const node of opened) node.open = true;
  });
  addEventListener("afterprint", () => {
    for (const node of opened) node.open = false;
  });
})();
