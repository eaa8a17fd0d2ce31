// Turns pages, finds words and marks them; moving costs no run of the page's script. Words of documents are set as text, or
// come as HTML that Python escaped.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".reader-root");
  const listen = () => {
    document.addEventListener("keydown", root.keys);
    return () => document.removeEventListener("keydown", root.keys);
  };
  const version = JSON.stringify([data.html, data.index, data.edition]);
  if (root.shown === version) return listen();
  // After a correction the reader stays where he was, with the same notes open.
  const mended = root.reading?.document === data.document && root.reading.edition !== data.edition;
  const kept = mended ? root.reading : { opened: new Set() };
  root.reading = { document: data.document, edition: data.edition, opened: kept.opened };
  root.shown = version;
  root.innerHTML = data.html;
  followLinks(root);

  const one = (selector) => root.querySelector(selector);
  const sheet = one(".sheet");
  const image = one(".paper img");
  const part = one(".part");
  const notice = one(".notice");
  const label = one(".jump input");
  const words = one(".find input");
  const base = `/picture/${encodeURIComponent(data.document)}/`;
  const beside = `/reading/${encodeURIComponent(data.document)}/`;
  let index = -1;
  let matches = [];
  let at = -1;
  let noted = {};

  const say = (text) => { notice.hidden = !text; notice.replaceChildren(text); };

  const drawMarks = () => {
    const found = at >= 0 ? matches[at].marks : {};
    const boxes = [["passage", data.marks], ["noted", noted], ["match", found]].flatMap(([kind, marks]) =>
      (marks[index] || []).map(([left, top, width, height]) => {
        const box = document.createElement("i");
        box.className = kind;
        Object.assign(box.style, { left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` });
        return box;
      }));
    one(".marks").replaceChildren(...boxes);
    return boxes;
  };

  // A mark of the page itself opens its note. The list beside the page does the same for those who use no pointer.
  const drawSpots = () => {
    const spots = JSON.parse(one(".spots")?.dataset.spots || "[]").map(({ note, label: mark, box }) => {
      const spot = document.createElement("button");
      spot.type = "button";
      spot.className = note ? "spot" : "spot loose";
      spot.tabIndex = -1;
      spot.title = note ? `Note ${mark}` : `Mark ${mark}: no note answers to it`;
      spot.dataset.note = note || "";
      const [left, top, width, height] = box;
      Object.assign(spot.style, { left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` });
      return spot;
    });
    one(".targets").replaceChildren(...spots);
  };

  const mark = (note, open) => {
    openNote(note, open);
    root.reading.opened[open ? "add" : "delete"](note.dataset.note);
    noted = open ? JSON.parse(note.dataset.marks) : {};
    drawMarks();
  };

  const follow = (spot) => {
    const beside = spot.dataset.note
      ? root.querySelector(`.part .note[data-note="${CSS.escape(spot.dataset.note)}"]`)
      : root.querySelectorAll(".part .loose")[[...root.querySelectorAll(".spot.loose")].indexOf(spot)];
    if (!beside) return;
    if (spot.dataset.note) mark(beside, true);
    beside.scrollIntoView({ block: "nearest" });
    beside.querySelector("button").focus({ preventScroll: true });
  };

  const tellBeside = async () => {
    const asked = index;
    const answer = await fetch(`${beside}${asked}`);
    if (asked !== index) return;
    part.innerHTML = answer.ok ? await answer.text() : "";
    drawSpots();
    for (const note of root.querySelectorAll(".part .note")) {
      if (root.reading.opened.has(note.dataset.note)) openNote(note, true);
    }
    const from = kept.from && root.querySelector(`.part .note[data-note="${CSS.escape(kept.from)}"]`);
    if (from) {
      mark(from, true);
      from.querySelector(".brief").focus({ preventScroll: true });
    }
    kept.from = null;
    if (!data.drawn) {
      const undrawn = one(".page-text div").cloneNode(true);
      undrawn.className = "undrawn";
      image.hidden = true;
      one(".paper .undrawn")?.remove();
      one(".paper").append(undrawn);
    }
  };

  const remember = () => {
    const address = new URL(location.href);
    for (const name of ["page", "para", "note", "passage", "pdf"]) {
      if (index !== data.index) address.searchParams.delete(name);
    }
    if (index !== data.index) address.searchParams.set("pdf", index + 1);
    if (address.pathname.endsWith("/read") && address.href !== location.href) history.replaceState(history.state, "", address);
  };

  const turn = (to, quiet = false) => {
    const wanted = Math.min(Math.max(to, 0), data.pages.length - 1);
    if (wanted === index) { drawMarks(); return; }
    index = wanted;
    const page = data.pages[index];
    image.style.aspectRatio = page.ratio;
    if (data.drawn) image.src = `${base}${index}`;
    image.alt = `${page.words}, as printed; its words stand beside it`;
    sheet.setAttribute("aria-label", page.words);
    one("figcaption .where").textContent = data.drawn ? page.words : "";  // a text has no pages
    one("figcaption .mend").hidden = !page.hand;
    one("figcaption .hand").textContent = page.hand?.words || "";
    one("figcaption .undo").dataset.undo = page.hand?.id || "";
    const number = one("figcaption .number");
    if (number) number.dataset.fault = JSON.stringify({ kind: "page", document: data.document, index });
    root.reading.index = index;
    label.value = page.label || (data.drawn ? `PDF ${index + 1}` : "");
    one(".bar .counted").textContent = `${index + 1} of ${data.pages.length}`;
    one('[data-turn="-1"]').disabled = index === 0;
    one('[data-turn="1"]').disabled = index === data.pages.length - 1;
    const link = one("a.pdf");
    if (link) link.href = `/pdf/${encodeURIComponent(data.document)}#page=${index + 1}`;
    const headings = [...root.querySelectorAll(".contents .turn")];
    for (const heading of headings) heading.removeAttribute("aria-current");
    const opened = index === data.index && data.section !== null ? headings[data.section] : undefined;
    const current = opened
      ?? headings.find((heading) => Number(heading.dataset.index) === index)
      ?? headings.findLast((heading) => Number(heading.dataset.index) < index);
    current?.setAttribute("aria-current", "true");
    const list = one(".contents");
    if (current) list.scrollTop = current.offsetTop - list.clientHeight / 2;
    if (!noted[index]) noted = {};
    drawMarks();
    if (!quiet) say("");
    remember();
    tellBeside();
    if (data.drawn && index + 1 < data.pages.length) new Image().src = `${base}${index + 1}`;
  };

  const show = (boxes) => {
    const first = boxes[0];
    if (first) first.scrollIntoView({ block: "center" });
  };

  const jump = (wanted) => {
    const asked = wanted.trim().toLowerCase();
    if (!asked) return;
    const counted = /^pdf\s*(?:p\.?\s*)?(\d+)$/.exec(asked);
    const places = data.pages.map((page, number) => [page.label.toLowerCase(), number]);
    const found = counted ? [["", Number(counted[1]) - 1]] : places.filter(([printed]) => printed === asked);
    if (!found.length || !data.pages[found[0][1]]) {
      const printed = data.pages.filter((page) => page.label);
      const run = printed.length ? `its pages run from ${printed[0].label} to ${printed.at(-1).label}` : "none is printed on them";
      say(`No page here bears the number ${wanted.trim()}: ${run}. “PDF 3” opens the third page of the file.`);
      return;
    }
    // Labels repeat where a document counts anew: go on to the next page of this label.
    const next = found.find(([, number]) => number > index) || found[0];
    turn(next[1]);
    sheet.focus({ preventScroll: true });
  };

  const step = (by) => {
    if (!matches.length) return;
    at = (at + by + matches.length) % matches.length;
    const match = matches[at];
    turn(match.index, true);
    const strong = document.createElement("b");
    strong.textContent = match.words;
    notice.hidden = false;
    notice.replaceChildren(`${at + 1} of ${matches.length} · ${match.where} · ${match.before}`, strong, match.after);
    drawMarks();
    show([...root.querySelectorAll(".marks .match")]);
  };

  const search = async (again) => {
    const wanted = words.value.trim();
    matches = [];
    at = -1;
    if (wanted) {
      const answer = await fetch(`${beside}find?words=${encodeURIComponent(wanted)}`);
      if (answer.ok) matches = (await answer.json()).matches;
    }
    for (const button of root.querySelectorAll("[data-match]")) button.disabled = matches.length === 0;
    if (!wanted || !matches.length) {
      say(wanted ? `“${wanted}” is not in this document, neither in its text nor in its notes.` : "");
      drawMarks();
      return;
    }
    const here = matches.findIndex((match) => match.index >= index);
    at = (here < 0 ? 0 : here) - 1;
    step(1);
    if (again) words.focus();
  };

  let asked = words.value.trim();
  one("form.find").onsubmit = (event) => {
    event.preventDefault();
    if (words.value.trim() === asked && matches.length) { step(1); return; }
    asked = words.value.trim();
    search(true);
  };
  one("form.jump").onsubmit = (event) => { event.preventDefault(); jump(label.value); };

  root.onclick = (event) => {
    const target = event.target.closest("button");
    if (!target) return;
    if (target.dataset.turn) {
      turn(index + Number(target.dataset.turn));
    } else if (target.matches(".turn")) {
      turn(Number(target.dataset.index));
      sheet.scrollIntoView({ block: "start" });
    } else if (target.dataset.match) {
      step(Number(target.dataset.match));
    } else if (target.matches(".brief")) {
      mark(target.closest(".note"), target.getAttribute("aria-expanded") !== "true");
    } else if (target.matches(".said")) {
      noted = JSON.parse(target.dataset.marks);
      drawMarks();
    } else if (target.matches(".copy")) {
      copyText(target, target.dataset.copy);
    } else if (target.matches(".clip")) {
      putAside(target, setTriggerValue);
    } else if (target.matches(".spot")) {
      follow(target);
    } else if (correctOrUndo(target, setTriggerValue)) {
      root.reading.from = target.closest(".note")?.dataset.note;
    }
  };

  const keys = {
    ArrowLeft: () => turn(index - 1),
    ArrowRight: () => turn(index + 1),
    PageUp: () => turn(index - 1),
    PageDown: () => turn(index + 1),
    Home: () => turn(0),
    End: () => turn(data.pages.length - 1),
  };
  if (root.keys) document.removeEventListener("keydown", root.keys);
  root.keys = (event) => {
    const focused = event.composedPath()[0];
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !keys[event.key]) return;
    if (focused.matches?.("input, textarea, select, [contenteditable], [role=tab], [role=radio]")) return;
    if (document.querySelector("[role=dialog]")) return;
    event.preventDefault();
    keys[event.key]();
    sheet.scrollIntoView({ block: "start" });
  };

  turn(kept.index ?? data.index, !mended);
  if (mended) return listen();
  image.addEventListener("load", () => show([...root.querySelectorAll(".marks .passage")].slice(0, 1)), { once: true });
  if (asked) search(false);
  return listen();
}
