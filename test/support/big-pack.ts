import type {PackFile} from '../../src/flows/compiler/sort-files.js';

export interface BigPackOptions {
  seed?: number;
  steps?: number;
  /** Names in all: choices, sets, counts and numbers. */
  names?: number;
  /** Task lists of eight options each. */
  lists?: number;
  /**
   * `once`: each name is asked at a step of its own in the first half, as in packs that people write, and conditions
   * anywhere after it ask for one to three names. `again`: any question asks for any name, over and over, and conditions
   * ask for two to four. Then every name comes to hang together with every other, and no diagram can hold all visitors.
   */
  asked?: 'once' | 'again';
}

type Kind = 'choice' | 'set' | 'count' | 'number';
interface Name {
  id: string;
  kind: Kind;
  values: string[];
}
/** What one visitor knows, by name. */
type State = ReadonlyMap<string, string | number | ReadonlySet<string>>;
interface Asked {
  text: string;
  holds: (state: State) => boolean;
}
type Effect = (state: State) => State;
/** Steps between two ends. */
const APART = 25;
/** Visitors that are followed per step. */
const POOL = 60;

/**
 * A pack as no editor would write it, the same for the same options: one dialogue in which conditions over two to
 * four names of every kind stand anywhere, with branches that join again, ways back, rings that are entered at two
 * places, and task lists of eight options. It is sound: visitors walk along while it is made, and no condition is
 * written that does not hold for one of them and fail for another.
 */
export function bigPack(options: BigPackOptions = {}): PackFile[] {
  return [
    {path: 'pakket.md', bytes: encode('---\nid: groot\nnaam: Groot\norganisatie: Groot (verzonnen)\ntalen: [nl]\naanspreekvorm: je\ncontact:\n  naam: Steunpunt\n  telefoon: 0123 456 789\n---\n')},
    {path: 'gesprekken/groot.md', bytes: encode(new Writer(options).text())},
  ];
}

class Writer {
  readonly #draw: (most: number) => number;
  readonly #steps: number;
  readonly #again: boolean;
  readonly #names: Name[];
  readonly #lines: string[] = ['---', 'titel: Groot', '---', ''];
  readonly #pools = new Map<number, State[]>([[0, [new Map()]]]);

  /** The names of choices, numbers and counts by the step that asks for them. */
  readonly #askedAt = new Map<number, Name>();
  readonly #listAt = new Set<number>();

  constructor({seed = 1, steps = 1000, names = 30, lists = 10, asked = 'once'}: BigPackOptions) {
    this.#draw = random(seed);
    this.#steps = steps;
    this.#names = inventNames(names);
    this.#again = asked === 'again';
    for (let n = 0; n < lists; n += 1) this.#listAt.add(Math.floor(((n + 0.5) * steps) / lists));
    const alone = this.#names.filter(({kind}) => kind !== 'set');
    // Over the first half, so that conditions on all of them stand on half of the steps.
    alone.forEach((name, n) => {
      let at = Math.floor(((n + 0.25) * steps) / (2 * alone.length));
      while (at % APART === APART - 1 || this.#listAt.has(at)) at += 1;
      this.#askedAt.set(at, name);
    });
  }

  text(): string {
    for (let at = 0; at < this.#steps; at += 1) {
      this.#say(`## Stap ${at} {#s${at}}`);
      if (at === this.#steps - 1 || at % APART === APART - 1) this.#end(at);
      else if (this.#listAt.has(at)) this.#list(at);
      else if (this.#again ? this.#draw(3) : this.#askedAt.has(at)) this.#question(at, this.#again ? this.#pick(this.#names) : this.#askedAt.get(at)!);
      else if (!this.#again && this.#draw(3)) this.#question(at);
      else this.#junction(at);
      this.#pools.delete(at);
    }
    return this.#lines.join('\n');
  }

  #end(at: number): void {
    const pool = (this.#pools.get(at) ?? []);
    const first = this.#condition(pool);
    const rest = first ? pool.filter((state) => !first.holds(state)) : [];
    const second = this.#condition(rest);
    if (first) this.#say(`### \`als ${first.text}\` Het ene`, 'Zo is het.');
    if (first && second) this.#say(`### \`anders als ${second.text}\` Het andere`, 'Of zo.');
    if (first) this.#say('### `anders` De rest', 'Of anders.');
    const contact = this.#condition(pool);
    if (contact) this.#say(`\`toon contact\` \`als ${contact.text}\``, '`toon contact` `anders`');
    else this.#say('`toon contact`');
  }

  #list(at: number): void {
    const pool = (this.#pools.get(at) ?? []);
    const sets = this.#names.filter(({kind}) => kind === 'set');
    const name = sets[[...this.#listAt].indexOf(at) % sets.length]!;
    const count = this.#names.filter(({kind}) => kind === 'count')[0];
    const bounded = this.#draw(3) === 0;
    if (bounded) this.#say('`kies hoogstens 4`');
    const options = Array.from({length: 8}, (_, n) => {
      const when = n % 4 === 3 ? this.#condition(pool) : undefined;
      const counted = count && n % 3 === 0 ? ` \`${count.id} + 1\`` : '';
      this.#lines.push(`- [ ] Taak ${n} \`${name.id} += w${n}\`${counted}${when ? ` \`als ${when.text}\`` : ''}`);
      return (state: State, entry: State) => (when && !when.holds(entry) ? state : given(name, n)(counted ? given(count!, 1)(state) : state));
    });
    this.#lines.push('');
    // Visitors tick what they like, without minding the order or the bound much.
    const ticked = pool.map((state) => Array.from({length: 3}, () => this.#draw(8)).reduce((known, n) => options[n]!(known, state), state));
    this.#button(ticked, this.#next(at));
    const far = this.#condition(ticked);
    if (far) this.#button(ticked.filter(far.holds), at + 3, 'Meer', far.text);
    if (at % APART === APART - 2) this.#button(pool, at + 1, 'Stoppen');
    this.#lines.push('');
  }

  /** Asks for a name, or only where somebody wants to go. */
  #question(at: number, name?: Name): void {
    const pool = (this.#pools.get(at) ?? []);
    const next = this.#next(at);
    if (name?.kind === 'number') {
      this.#say(`\`vraag ${name.id}: getal 0 tot 100\``);
      this.#button(pool.map((state) => given({...name, kind: 'number'}, this.#draw(101))(state)).concat(pool), next);
      if (at % APART === APART - 2) this.#button(pool, at + 1, 'Stoppen');
      this.#lines.push('');
      return;
    }
    const values = !name ? ['dit', 'dat', 'iets'] : name.kind === 'count' ? ['een', 'twee'] : name.values;
    values.forEach((value, n) => {
      const when = n === 1 && this.#draw(3) === 0 ? this.#condition(pool) : undefined;
      const to = n && this.#draw(5) === 0 ? at + 1 + this.#draw(6) : next;
      const effect = !name ? '' : name.kind === 'count' ? ` \`${name.id} + ${n + 1}\`` : ` \`${name.id} ${name.kind === 'set' ? '+=' : '='} ${value}\``;
      const open = when ? pool.filter(when.holds) : pool;
      this.#answer(`Kies ${value}`, name ? open.map(given(name, name.kind === 'count' ? n + 1 : n)) : open, to, `${effect}${when ? ` \`als ${when.text}\`` : ''}`);
    });
    this.#answer('Weet ik niet', pool, next);
    if (at % APART === APART - 2) this.#answer('Stoppen', pool, at + 1);
    // Ways back, to a step that not everybody passed, and far jumps.
    if (at && this.#draw(this.#again ? 20 : 60) === 0) this.#lines.push(`- [Toch anders](#s${this.#passable(at - 1 - this.#draw(8))})`);
    if (this.#draw(12) === 0) this.#answer('Sla over', pool, at + 5 + this.#draw(30));
    this.#lines.push('');
  }

  #junction(at: number): void {
    const pool = (this.#pools.get(at) ?? []);
    this.#say('Lees dit.');
    const first = this.#condition(pool);
    const rest = first ? pool.filter((state) => !first.holds(state)) : pool;
    const second = this.#condition(rest);
    if (first) this.#button(pool.filter(first.holds), at + 2, 'Ga door', first.text);
    if (first && second) this.#button(rest.filter(second.holds), at + 3, 'Ga door', second.text, true);
    this.#button(second ? rest.filter((state) => !second.holds(state)) : rest, this.#next(at), 'Ga door', undefined, first !== undefined);
    this.#lines.push('');
    if (at % APART === APART - 2) this.#button(pool, at + 1, 'Stoppen');
    if (at && this.#draw(this.#again ? 6 : 20) === 0) this.#say(`[Terug](#s${this.#passable(at - 1 - this.#draw(5))})`);
  }

  /** Something that holds for one of these visitors and fails for another. */
  #condition(pool: readonly State[]): Asked | undefined {
    for (let turn = 0; turn < 25; turn += 1) {
      const names = new Set<Name>();
      const size = Math.min(this.#names.length, this.#again ? 2 + this.#draw(3) : [1, 1, 2, 2, 2, 3][this.#draw(6)]!);
      while (names.size < size) names.add(this.#pick(this.#names));
      const atoms = Array.from(names, (name) => this.#atom(name));
      const all = this.#draw(3) > 0;
      const asked: Asked = {
        text: atoms.map(({text}) => text).join(all ? ' en ' : ' of '),
        holds: (state) => (all ? atoms.every(({holds}) => holds(state)) : atoms.some(({holds}) => holds(state))),
      };
      if (pool.some(asked.holds) && !pool.every(asked.holds)) return asked;
    }
    return undefined;
  }

  #atom(name: Name): Asked {
    const value = (state: State) => state.get(name.id);
    if (name.kind === 'count' || name.kind === 'number') {
      const limit = name.kind === 'count' ? 1 + this.#draw(4) : 20 + 20 * this.#draw(4);
      return {text: `${name.id} >= ${limit}`, holds: (state) => Number(value(state) ?? 0) >= limit};
    }
    const wanted = this.#pick(name.values);
    if (name.kind === 'set') return {text: `${name.id} bevat ${wanted}`, holds: (state) => ((value(state) as ReadonlySet<string> | undefined)?.has(wanted) ?? false)};
    if (this.#draw(3)) return {text: `${name.id} = ${wanted}`, holds: (state) => value(state) === wanted};
    return {text: `${name.id} != ${wanted}`, holds: (state) => value(state) !== wanted};
  }

  /** Where most people go; an end is passed by. */
  #next(at: number): number {
    return at % APART === APART - 2 && at + 2 < this.#steps ? at + 2 : at + 1;
  }

  /** A step that is no end. */
  #passable(at: number): number {
    const to = Math.max(0, at);
    return to % APART === APART - 1 ? to - 1 : to;
  }

  #answer(label: string, visitors: readonly State[], to: number, more = ''): void {
    this.#lines.push(`- [${label}](#s${this.#arrive(to, visitors)})${more}`);
  }

  #button(visitors: readonly State[], to: number, label = 'Verder', when?: string, chained = false): void {
    const condition = when ? ` \`${chained ? 'anders als' : 'als'} ${when}\`` : chained ? ' `anders`' : '';
    this.#lines.push(`[${label}](#s${this.#arrive(to, visitors)})${condition}`);
  }

  #arrive(to: number, visitors: readonly State[]): number {
    const target = Math.min(this.#steps - 1, to);
    let pool = this.#pools.get(target);
    if (!pool) this.#pools.set(target, (pool = []));
    for (const visitor of visitors) {
      if (pool.length < POOL) pool.push(visitor);
      else pool[this.#draw(POOL)] = visitor;
    }
    return target;
  }

  #say(...lines: string[]): void {
    for (const line of lines) this.#lines.push(line, '');
  }

  #pick<T>(list: readonly T[]): T {
    return list[this.#draw(list.length)]!;
  }
}

/** What somebody knows who is given the nth value of a name, that number, or so much more. */
function given(name: Name, n: number): Effect {
  return (state) => {
    const known = state.get(name.id);
    if (name.kind === 'count') return new Map([...state, [name.id, Number(known ?? 0) + n]]);
    if (name.kind === 'number') return new Map([...state, [name.id, n]]);
    if (name.kind === 'set') return new Map([...state, [name.id, new Set([...((known as ReadonlySet<string> | undefined) ?? []), name.values[n]!])]]);
    return new Map([...state, [name.id, name.values[n]!]]);
  };
}

function inventNames(count: number): Name[] {
  const values = (n: number) => Array.from({length: n}, (_, at) => `w${at}`);
  return Array.from({length: count}, (_, n): Name => {
    const id = `n${n}`;
    if (n % 10 === 3) return {id, kind: 'number', values: []};
    if (n % 10 === 7) return {id, kind: 'count', values: []};
    if (n % 5 === 4) return {id, kind: 'set', values: values(8)};
    return {id, kind: 'choice', values: values(3 + (n % 3))};
  });
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Whole numbers below `most`, the same for the same seed (mulberry32). */
export function random(seed: number): (most: number) => number {
  let state = seed >>> 0;
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000) * most);
  };
}
