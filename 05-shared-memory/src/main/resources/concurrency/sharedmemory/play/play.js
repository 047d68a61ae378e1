'use strict';

/*
 * The page. The address says all there is to know: #Example/Variant/schedule. Every click, undo and
 * link is another address; for each, the position is asked of the server, which runs the schedule
 * on real threads, or looked up where such runs were recorded. What has been found is kept in this
 * browser and goes nowhere.
 */

const $ = id => document.getElementById(id);
const LETTER = /[A-Z]|[a-z]\d*/g;
const lettersOf = word => word.match(LETTER) ?? [];

let contents; // of examples.json
let at = {example: '', variant: '', word: ''};
let view = null; // the position on the page
let asked = 0; // the number of the latest request, so that a late answer to an older one is dropped

// ---- where positions come from

async function load(address) {
  const response = await fetch(address).catch(() => null);
  if (!response) throw new Error('The server does not answer. Has it been stopped?');
  if (response.status === 404) throw new Error(`${address} is missing.`);
  return response;
}

async function ask(path, {example, variant, word = ''}) {
  const query = new URLSearchParams({example, variant, schedule: word});
  const answer = await (await load(`${path}?${query}`)).json();
  if (answer.error && !answer.position) throw new Error(answer.error);
  return answer;
}

/** What is asked for again and again, and is always the same; a failure is not kept. */
const answers = {};
function once(name, question) {
  return answers[name] ??= question().catch(error => {
    delete answers[name];
    throw error;
  });
}

/** Asked of the server that runs them. */
const live = {
  position: place => ask('position', place),
  totals: place => ask('totals', place),
};

/** Looked up in the graph of all positions that was recorded on such a server. */
const recorded = {
  graph({example, variant}) {
    const address = `recorded/${example}/${variant}.json`;
    return once(address, async () => (await load(address)).json());
  },

  async position(place) {
    const {nodes} = await this.graph(place);
    let node = nodes.at(-1);
    const rows = [];
    const letters = lettersOf(place.word);
    let error = null;
    if (letters.join('') !== place.word) {
      error = 'A schedule is made of letters: A is a step of thread A, a the arrival of its oldest late write.';
      letters.length = 0;
    }
    for (const letter of letters) {
      const step = node.steps[letter];
      if (!step) {
        error = `After ${rows.map(row => row.letter).join('') || 'the start'}, ${letter} is not possible; `
          + `possible: ${node.at.possible.map(move => `${move.letter} (${move.what})`).join(', ') || 'nothing, the run is over'}.`;
        break;
      }
      rows.push(step.row);
      node = nodes[step.to];
    }
    const schedule = rows.map(row => row.letter).join('');
    return {error, position: {...node.at, schedule, rows}};
  },

  async totals(place) {
    return (await this.graph(place)).totals;
  },
};

const runs = () => contents.live ? live : recorded;

const sources = {};
async function loadSource(file) {
  sources[file] ??= (await (await load('source/' + file)).text()).split('\n');
}

function totals(place = at) {
  return once(`totals/${place.example}/${place.variant}`, () => runs().totals(place));
}

// ---- what the reader has found, kept in this browser

const memos = {};
const memo = () => `found/${at.example}/${at.variant}`;

/** The outcome of each schedule that has been run to its end. */
function found() {
  try { memos[memo()] ??= JSON.parse(localStorage[memo()] ?? '{}'); } catch { /* nothing can be kept here */ }
  return memos[memo()] ??= {};
}
function remember(word, outcome) {
  found()[word] = outcome;
  try { localStorage[memo()] = JSON.stringify(found()); } catch { /* until the page is left */ }
}

// ---- from address to address

const address = to => '#' + [to.example, to.variant, to.word].map(encodeURIComponent).join('/');

function go(to) {
  history.pushState(null, '', address({...at, ...to}));
  return arrive();
}

async function arrive() {
  const mine = ++asked;
  const [example, variant = '', word = ''] = location.hash.slice(1).split('/').map(decoded);
  const known = named(contents.examples, example);
  const lesson = known ?? contents.examples.find(isOffered);
  const choice = (known && named(lesson.variants, variant)) ?? lesson.variants.find(one => one.offered);
  const wrong = example && !known ? `There is no example '${example}' here. This is ${lesson.name}, ${choice?.name}.`
    : !choice?.offered ? `${lesson.name}${choice ? '/' + choice.name : ''} is too large to be recorded. ${LIVE}`
    : variant && !named(lesson.variants, variant) ? `${lesson.name} has no variant '${variant}'. This is ${choice.name}.`
    : null;
  at = {example: lesson.name, variant: choice?.name, word: wrong ? '' : word};
  drawChoice(lesson);
  try {
    if (wrong && !choice?.offered) throw new Error(wrong);
    let {error, position} = await runs().position(at);
    if (mine !== asked) return;
    if (error && !position.late && /^[a-z()]+$/i.test(at.word) && /[a-z]/.test(at.word)) {
      history.replaceState(null, '', address({...at, word: at.word.toUpperCase()}));
      return arrive();
    }
    const leftOver = at.word.slice(position.schedule.length);
    if (error && position.end && !position.possible.length && at.word === position.schedule + leftOver)
      error = `The run is over after ${position.schedule}; ${brief(leftOver)} is left over.`;
    const refused = !!error;
    error ??= wrong;
    let question = null;
    if (position.end && !error && !word.includes('(') && !(position.schedule in found())) {
      const before = lettersOf(position.schedule).slice(0, -1).join('');
      const last = position.rows.at(-1);
      const earlier = (await runs().position({...at, word: before})).position;
      if (!earlier.end) {
        question = {last: earlier.possible.find(move => move.letter === last.letter), ending: position};
        position = earlier;
      }
    }
    await Promise.all(files(position).map(loadSource));
    if (mine === asked) draw({...position, refused}, error, question);
  } catch (error) {
    if (mine === asked) complain(error.message);
  }
  if (mine === asked) $('run').dataset.at = location.hash; // for whoever waits until it is drawn
}

/** Whoever types a name into the address need not mind its capitals. */
const named = (all, name) => all.find(one => one.name.toLowerCase() === name.toLowerCase());
const brief = text => text.length <= 60 ? text : text.slice(0, 60) + '...';

function decoded(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

const isOffered = lesson => lesson.variants.some(one => one.offered);
const LIVE = 'Run it live: mvn -q compile exec:exec -pl 05-shared-memory -Dplay';

function complain(text) {
  $('error').textContent = text ?? '';
  $('error').hidden = !text;
}

/** One more step, if it is possible. */
let pending = Promise.resolve();
function press(letter) {
  return pending = pending.then(async () => {
    if (!view || view.question) return;
    if (view.possible.some(move => move.letter === letter)) {
      const byClick = $('threads').contains(document.activeElement);
      await go({word: view.schedule + letter});
      if (byClick) (document.querySelector(`.step[data-letter="${letter}"]`) ?? $('threads')).focus();
    } else {
      const thread = view.threads.find(one => one.name === letter);
      if (thread) stress(thread);
    }
  });
}

/** What is written beside a thread that cannot go on is marked, and said. */
function stress(thread) {
  for (const old of document.querySelectorAll('.stressed')) old.classList.remove('stressed');
  const why = $('why' + thread.name) ?? document.querySelector(`.step[data-letter="${thread.name}"] .does`);
  why?.classList.add('stressed');
  $('said').textContent = thread.next ? reason(thread) : `${thread.name} has ended.`;
}

/** The last step; before it, what was typed and is not possible. */
const undo = () => view
  && go({word: lettersOf(view.schedule).slice(0, view.question || view.refused ? undefined : -1).join('')});

// ---- drawing

/** An element with these properties; its children are elements or texts. */
function make(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties))
    if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  made.append(...children.filter(child => child !== null));
  return made;
}

/** In the colour of a thread. */
function by(thread, made) {
  made.style.setProperty('--by', `var(--${thread}, var(--edge))`);
  return made;
}
const badge = (letter, kind = '') => by(letter[0].toUpperCase(), make('span', {className: 'letter ' + kind}, letter));

/** A name that may be broken between its words, as LastTicket.java between Last and Ticket. */
function breakable(name) {
  return name.split(/(?<=[a-z])(?=[A-Z])|(?=\.java)/).flatMap((word, i) => i ? [make('wbr'), word] : [word]);
}

/** Text in which code stands in backquotes. */
function prose(text) {
  return text.split('`').map((part, i) => i % 2 ? make('code', {}, part) : part);
}

function drawChoice(lesson) {
  $('example').value = at.example;
  $('variant').replaceChildren(...lesson.variants.map(one =>
    make('option', {value: one.name, disabled: !one.offered}, one.offered ? one.name : one.name + ' (live only)')));
  $('variant').value = at.variant;
  $('claim').replaceChildren(...prose(lesson.claim));
  $('question').replaceChildren(make('strong', {}, 'Think first: '), ...prose(lesson.question));
  $('answer').replaceChildren(...lesson.answer.map(text => make('p', {}, ...prose(text))));
  $('word').value = at.word;
  document.title = `${at.word || at.variant} - ${at.example} - Be the scheduler`;
}

function draw(position, error, question) {
  view = {...position, question};
  complain(error);
  $('threads').replaceChildren(...view.threads.map(card), reasons());
  $('threads').hidden = $('unit').hidden = !!question;
  $('whose').textContent = question ? 'Predict first' : view.possible.length ? 'Whose step is next?' : 'The run is over';
  $('now').textContent = view.parts.length ? `Memory now: ${memoryNow()}` : '';
  const nothing = !view.rows.length && !question && !view.refused;
  const lost = nothing && [$('undo'), $('restart')].includes(document.activeElement);
  $('undo').disabled = $('restart').disabled = nothing;
  if (lost) $('threads').querySelector('button').focus();
  $('steps').replaceChildren(...table());
  $('steps').parentElement.scrollTop = $('steps').offsetHeight; // to the latest step
  $('source').replaceChildren(...listings());
  drawKeys();
  drawQuestion();
  drawVerdict();
  if (view.end && !question) remember(view.schedule, view.end.outcome);
  drawTotals();
  $('said').textContent = said();
}

function drawKeys() {
  const late = view.possible.filter(isArrival).map((_, i) => i + 1).join(' ');
  const keys = [view.threads.map(one => one.name).join(' '), late, 'U', 'R'];
  const texts = ['a step', 'a late write arrives', 'undo', 'restart'];
  $('legend').replaceChildren(...keys.flatMap((key, i) => key ? [make('kbd', {}, key), ` ${texts[i]} `] : []));
}

const isArrival = move => move.letter[0] !== move.letter[0].toUpperCase();

/** A step as the server spells it, in words. */
const inWords = step => step.replace(/^woken\b/, 'wake up and lock');

/** A thread: its next step as a button, and the line at which it stands. */
function card(thread) {
  const possible = view.possible.some(move => move.letter === thread.name);
  const waits = thread.next.startsWith('woken') ? 'waits' : `waits: ${thread.next}`;
  const does = thread.next ? (possible ? inWords(thread.next) : waits) : 'has ended';
  const step = make('button', {type: 'button', className: 'step', onclick: () => press(thread.name)},
    badge(thread.name), make('span', {className: 'does'}, does), codeAt(thread));
  step.dataset.letter = thread.name;
  const box = by(thread.name, make('div', {className: 'thread'}, step));
  if (!possible) step.ariaDisabled = 'true';
  if (!possible && thread.next) step.setAttribute('aria-describedby', 'why' + thread.name);
  const arrivals = view.possible.filter(isArrival);
  for (const move of arrivals.filter(one => one.letter[0].toUpperCase() === thread.name)) {
    const arrival = make('button', {type: 'button', className: 'step late', onclick: () => press(move.letter)},
      badge(move.letter), make('span', {className: 'does'}, move.what),
      make('span', {className: 'at'}, `${thread.name}'s late write reaches the others (key ${arrivals.indexOf(move) + 1})`));
    arrival.dataset.letter = move.letter;
    box.append(arrival);
  }
  return box;
}

/** Why threads cannot go on: below all buttons, so that none of them moves when one is added. */
function reasons() {
  const waiting = view.threads.filter(one => one.next && !view.possible.some(move => move.letter === one.name));
  return make('ul', {className: 'reasons', hidden: !waiting.length},
    ...waiting.map(one => make('li', {id: 'why' + one.name}, reason(one))));
}

/** As in "waits to lock right, which B holds (LockOrder.java:48), since step 2: B lock right". */
function reason({waits, since}) {
  if (!waits) return 'A run as long as this is given up.';
  if (since < 0) return waits + '.';
  const row = view.rows[since];
  return `${waits}, since step ${since + 1}: ${row.thread} ${what(row)}.`;
}

function codeAt(thread) {
  const [file, line] = innermost(thread.where) ?? [];
  if (!file) return null;
  return make('code', {className: 'at'}, `${line}: ${textOf(file)[line - 1].trim()}`);
}

/** As in "write x 1"; in a table with one column its name need not be said. */
function what(row) {
  const part = row.part >= 0 && (view.parts.length > 1 || !row.detail) ? view.parts[row.part] : '';
  return inWords([row.verb, part, row.detail].filter(Boolean).join(' '));
}

function table() {
  const threads = view.threads.map(one => one.name);
  const lines = [...new Set(view.rows.map(row => innermost(row.where)?.[0]).filter(Boolean))];
  const lineHead = lines.length === 1 ? lines[0].split('/').at(-1) : 'line';
  const head = make('tr', {}, make('th', {scope: 'col'}, make('span', {className: 'unseen'}, 'step')),
    ...threads.map(name => by(name, make('th', {scope: 'col', className: 'by'}, name))),
    ...view.parts.map(name => make('th', {scope: 'col', className: 'memory'}, ...breakable(name))),
    make('th', {scope: 'col', className: 'line'}, ...breakable(lineHead)));
  const start = make('tr', {}, make('th', {scope: 'row'}, 'start'), ...threads.map(() => make('td')),
    ...view.memory.map(value => make('td', {className: 'memory'}, held(value))), make('td'));
  const holding = new Set(view.threads.filter(one => one.waits).map(one => one.since));
  const rows = view.rows.map((row, i) => {
    const before = i ? view.rows[i - 1].memory : view.memory;
    const where = innermost(row.where);
    const line = where ? (lines.length === 1 ? '' : where[0].split('/').at(-1)) + ':' + where[1] : '';
    return make('tr', {className: (i === view.rows.length - 1 ? 'now ' : '') + (holding.has(i) ? 'holds' : '')},
      by(row.thread, make('th', {scope: 'row'}, make('span', {className: 'number'}, String(i + 1)), ' ', row.letter)),
      ...threads.map(name => name === row.thread ? stepCell(what(row)) : make('td')),
      ...view.parts.map((_, part) => memoryCell(row, part, before[part])),
      make('td', {className: 'line'}, line));
  });
  return [make('thead', {}, head), make('tbody', {}, start, ...rows)];
}

function memoryCell(row, part, before = '') {
  const value = row.memory[part] ?? '';
  const changed = row.part === part && value !== before && row.verb !== 'read';
  return make('td', {className: 'memory' + (changed ? ' changed' : '')}, held(value));
}

/** A value in the table, or that it is not known yet. */
const held = value => value || make('span', {title: 'not read yet'},
  make('span', {'aria-hidden': 'true'}, '?'), make('span', {className: 'unseen'}, 'not read yet'));

/** As in "item = 1, lock: B". */
function memoryNow(unknown = '?') {
  const isHolder = value => value === '-' || view.threads.some(one => one.name === value);
  const values = (view.rows.at(-1) ?? view).memory;
  return view.parts.map((part, i) => `${part}${isHolder(values[i]) ? ':' : ' ='} ${values[i] || unknown}`).join(', ');
}

const stepCell = text => make('td', {className: text.length > 12 ? 'long' : ''}, ...breakable(text));

function drawQuestion() {
  const {question} = view;
  $('guess').hidden = !question;
  if (!question) return;
  $('last').textContent = `${question.last.letter}: ${inWords(question.last.what)}. This step ends the run. How will it end?`;
  $('guesses').replaceChildren();
  const outcomes = [...Object.values(found()), 'deadlock'];
  offer(outcomes);
  const {variants} = contents.examples.find(one => one.name === at.example);
  for (const variant of variants.filter(one => one.offered)) // of all of them: what is missing would give a cure away
    totals({example: at.example, variant: variant.name}).then(all => {
      outcomes.push(...outcomesOf(all));
      if (view.question === question) offer(outcomes);
    }).catch(() => {});
  $('guess').querySelector('input')?.focus();
}

const repeats = round => `These ${lettersOf(round).length} steps repeat: ${round}. It can go on like this for ever.`;

const verdictOf = ({outcome, wrong}) =>
  !wrong ? 'Right.' : ['deadlock', 'no progress'].includes(outcome) ? 'Wrong: nobody can go on.' : 'Wrong: ' + wrong;

/** What the reader can predict; what has been chosen stays chosen. */
function offer(outcomes) {
  const chosen = document.querySelector('[name=guess]:checked')?.value;
  const focused = $('guesses').contains(document.activeElement);
  const all = [...new Set(outcomes)].sort();
  $('guesses').replaceChildren(...[...all, 'something else'].map(text => make('label', {},
    make('input', {type: 'radio', name: 'guess', value: text, checked: chosen === text, required: true}), text)));
  if (focused) ($('guesses').querySelector(':checked') ?? $('guesses').querySelector('input')).focus();
}

const outcomesOf = all => all.counted?.all.map(one => one.what) ?? (all.searched.failure ? [all.searched.failure.what] : []);

function drawVerdict(guess) {
  const {end, round, question} = view;
  const box = $('verdict');
  box.hidden = question || !(end || round);
  if (box.hidden) return;
  box.className = end ? (end.wrong ? 'wrong' : 'right') : '';
  const lines = [];
  if (end) {
    lines.push(make('p', {className: 'outcome'}, (end.wrong ? '✗ ' : '✓ ') + end.outcome));
    lines.push(make('p', {}, round && end.outcome === 'no end' ? repeats(round) : verdictOf(end)));
    if (view.possible.length) lines.push(make('p', {}, 'That is decided; the others may still go on.'));
    if (guess) lines.push(make('p', {}, guess === end.outcome ? 'As you said.' : `You said: ${guess}.`));
  } else {
    lines.push(make('p', {className: 'outcome'}, '↻ It goes round and round'));
    lines.push(make('p', {}, repeats(round)));
  }
  box.replaceChildren(...lines);
}

// ---- the source

const textOf = file => sources[file] ?? [];

/** The lines of the module among those that a thread is in; it may be deeper, in a library. */
const inModule = where => where.filter(line => line.startsWith('concurrency/'));
function innermost(where) {
  const line = inModule(where)[0];
  return line ? [line.split(':')[0], Number(line.split(':')[1])] : null;
}
const visited = position => [...position.threads, ...position.rows].flatMap(one => inModule(one.where));
const files = position => [...new Set(visited(position).map(line => line.split(':')[0]))];

/** The members of the classes in which the threads are or have been, each from its comment to its end. */
function listings() {
  const byFile = new Map(files(view).map(file => [file, new Map()]));
  for (const place of visited(view)) {
    const [file, line] = place.split(':');
    const member = memberAround(textOf(file), line - 1);
    byFile.get(file).set(member.from, member);
  }
  return [...byFile].map(([file, members]) => listing(file, [...members.values()].sort((one, other) => one.from - other.from)));
}

/** The formatter indents members by four blanks, and what is in them by more. */
function memberAround(lines, line) {
  let from = line;
  while (from > 0 && !/^ {4}[^ }@]/.test(lines[from])) from--;
  while (/^ {4}(@|\/\*| \*)/.test(lines[from - 1])) from--;
  let to = line;
  while (to < lines.length - 1 && !/^ {4}}/.test(lines[to])) to++;
  return {from, to};
}

function listing(file, members) {
  const name = file.split('/').at(-1);
  const lines = members.flatMap(({from, to}, i) => [
    i ? make('span', {className: 'codeline gap'}, '⋯\n') : null,
    ...textOf(file).slice(from, to + 1).map((text, line) => codeline(file, from + line + 1, text.slice(4)))]);
  const box = make('div', {className: 'listing', tabIndex: 0, role: 'group', 'aria-label': 'Source, ' + name},
    make('h3', {}, name), make('pre', {}, ...lines.filter(Boolean)));
  box.style.setProperty('--threads', view.threads.length);
  return box;
}

/** A line of source, with the letters of the threads that stand there, or called from there. */
function codeline(file, line, text) {
  const place = `${file}:${line}`;
  const here = view.threads.filter(one => inModule(one.where)[0] === place);
  const called = view.threads.filter(one => inModule(one.where).indexOf(place) > 0);
  return make('span', {className: 'codeline' + (here.length ? ' here' : '')},
    make('span', {className: 'who'}, ...here.map(one => badge(one.name)), ...called.map(one => badge(one.name, 'called'))),
    make('span', {className: 'number'}, String(line)), ...coloured(text), '\n');
}

const TOKEN = /(\/\/.*|^\s*\/?\*.*)|("(?:[^"\\]|\\.)*")|\b(record|class|static|final|private|public|synchronized|volatile|implements|extends|return|if|else|while|for|new|this|try|finally|throws|throw|int|long|boolean|void|null|true|false|instanceof|super|var)\b/g;
function coloured(text) {
  const parts = [];
  let end = 0;
  for (const token of text.matchAll(TOKEN)) {
    const kind = token[1] ? 'comment' : token[2] ? 'text' : 'keyword';
    parts.push(text.slice(end, token.index), make('span', {className: kind}, token[0]));
    end = token.index + token[0].length;
  }
  return [...parts, text.slice(end)];
}

// ---- where the schedule stands among all

async function drawTotals() {
  const {end, question, schedule} = view;
  $('after').hidden = !end || !!question;
  if ($('after').hidden) return;
  const flags = `-Dexample=${at.example} -Dvariant=${at.variant} -Dschedule=${/[()]/.test(at.word) ? `'${at.word}'` : schedule}`;
  const words = `mvn -q compile exec:exec -pl 05-shared-memory ${flags}`.split(' ');
  $('command').replaceChildren(...words.flatMap((word, i) => [i ? ' ' : '', make('span', {}, word)]));
  $('among').textContent = 'All schedules are being counted ...';
  $('outcomes').replaceChildren();
  $('onward').replaceChildren();
  const here = view;
  try {
    const all = await totals();
    if (view !== here) return;
    if (all.counted) drawCounted(all.counted);
    else drawSearched(all.searched);
  } catch (error) {
    $('among').textContent = error.message;
  }
}

const number = n => n.toLocaleString('en');

function drawCounted({all, schedules, begun}) {
  const mine = found();
  const met = new Set(Object.values(mine));
  const like = all.find(one => one.what === view.end.outcome);
  const wrong = all.some(one => one.wrong);
  const missing = all.filter(one => !met.has(one.what)).length;
  const tried = Object.keys(mine).length;
  const same = like ? `With this end: ${number(like.schedules)} of ${number(schedules)} schedules. ` : '';
  $('among').textContent = same
    + (missing ? `You have found ${all.length - missing} of ${all.length} outcomes.` : `You have found all outcomes.`);
  $('outcomes').replaceChildren(
    make('thead', {}, make('tr', {}, ...['outcome', 'schedules', 'verdict', 'shortest'].map(head => make('th', {scope: 'col'}, head)))),
    make('tbody', {}, ...all.map(one => outcomeRow(one, schedules, met.has(one.what)))));
  const onward = [];
  if (!wrong) {
    const how = begun < schedules ? ` ${number(begun)} runs were enough for all ${number(schedules)} schedules.`
      : ' Each was run on real threads.';
    onward.push(make('p', {}, make('strong', {}, `No schedule (of ${number(schedules)}) breaks ${at.variant}.`), how
      + ` You have tried ${number(tried)}.`));
  } else if (all.some(one => one.wrong && met.has(one.what))) onward.push(make('p', {}, make('strong', {}, 'You have broken it.')));
  else onward.push(make('p', {}, 'Can you break it? It can be broken.'));
  $('onward').replaceChildren(...onward.flatMap(p => [...p.childNodes]), ' ', nextLink());
}

function outcomeRow(one, schedules, met) {
  const bar = make('span', {className: 'bar' + (one.wrong ? ' wrong' : '')});
  bar.style.width = `${100 * one.schedules / schedules}%`;
  const link = make('a', {href: address({...at, word: one.shortest})}, one.shortest);
  return make('tr', {className: one.what === view.end.outcome ? 'this' : ''}, make('td', {}, one.what),
    make('td', {}, `${number(one.schedules)} of ${number(schedules)}`, bar),
    make('td', {}, one.wrong ? '✗ wrong' : '✓ right'), make('td', {}, met ? link : 'not found yet'));
}

function drawSearched({runs, failure}) {
  $('among').textContent = 'The schedules are not counted: there are too many, or some have no end.';
  const verdict = failure
    ? ['A search finds a schedule that goes wrong: ', make('a', {href: address({...at, word: failure.shortest})}, `${failure.what}`), '. ']
    : [make('strong', {}, `No schedule breaks ${at.variant}.`), ` A search for one took ${number(runs)} runs on real threads. `];
  $('onward').replaceChildren(...verdict, nextLink());
}

/** To the next variant, or the next example's first. */
function nextLink() {
  const places = contents.examples.flatMap(lesson => lesson.variants.filter(one => one.offered)
    .map(one => ({example: lesson.name, variant: one.name, word: ''})));
  const next = places[places.findIndex(one => one.example === at.example && one.variant === at.variant) + 1];
  if (!next) return '';
  return make('a', {href: address(next)}, `Next: ${next.example === at.example ? '' : next.example + ', '}${next.variant}`);
}

// ---- for those who listen

function said() {
  const last = view.rows.at(-1);
  const step = last ? `${last.thread}: ${what(last)}. ` : '';
  const memory = memoryNow('not read yet');
  const end = view.end && !view.question ? ` ${view.end.outcome}. ${verdictOf(view.end)}` : '';
  const stuck = view.end ? '' : view.threads.filter(one => one.waits).map(one => ` ${reason(one)}`).join('');
  return step + memory + '.' + end + stuck;
}

// ---- what the reader does

$('example').onchange = () => go({example: $('example').value, variant: '', word: ''});
$('variant').onchange = () => go({variant: $('variant').value, word: ''});
$('schedule').onsubmit = event => {
  event.preventDefault();
  go({word: $('word').value.replace(/\s/g, '')});
};
$('undo').onclick = () => undo();
$('restart').onclick = () => go({word: ''});
$('cancel').onclick = () => go({word: view.schedule});
$('guess').onsubmit = event => {
  event.preventDefault();
  const guess = document.querySelector('[name=guess]:checked').value;
  const {ending} = view.question;
  draw(ending, null, null);
  drawVerdict(guess);
  $('verdict').focus();
};
$('copy').onclick = async () => {
  await navigator.clipboard?.writeText($('command').textContent);
  $('copy').textContent = 'Copied';
};
$('skip').onclick = event => {
  event.preventDefault();
  $('threads').querySelector('button')?.focus();
};

document.addEventListener('keydown', event => {
  const typing = event.target.matches('select, #word');
  if (!view || !$('shortcuts').checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.toUpperCase();
  const arrivals = view.possible.filter(isArrival);
  if (key === 'U') undo();
  else if (key === 'R') go({word: ''});
  else if (view.threads.some(one => one.name === key)) press(key);
  else if (arrivals[key - 1]) press(arrivals[key - 1].letter);
});
addEventListener('hashchange', arrive); // a click on a link, back and forward

async function start() {
  contents = await (await load('examples.json')).json();
  $('example').append(...contents.examples.map(one =>
    make('option', {value: one.name, disabled: !isOffered(one)}, isOffered(one) ? one.name : one.name + ' (live only)')));
  if (!contents.live) {
    const left = contents.examples.flatMap(lesson => lesson.variants.filter(one => !one.offered).map(one => `${lesson.name}/${one.name}`));
    $('how').textContent = 'Each click is one step of a real thread, recorded. Find an order that goes wrong, or be sure that there is none.';
    $('elsewhere').replaceChildren(`Too large to be recorded: ${left.join(', ')}. In a clone of the repository they run live: `,
      make('code', {}, 'mvn -q compile exec:exec -pl 05-shared-memory -Dplay'));
    $('elsewhere').hidden = false;
  }
  await arrive();
}
start().catch(error => complain(error.message));
