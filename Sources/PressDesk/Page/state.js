// What the page knows: the server's last state, and what a person has chosen on it. Modules change it through these functions
// and hear of it by events: "state", "select", "page", "view", "language", "tab" and others.

export const desk = {
  server: null,     // the last whole answer of /api/state
  page: 0,          // index of the page shown
  selected: null,   // id of the selected item
};

const listeners = new Map();

export function on(names, listener) {
  for (const name of names.split(" ")) {
    if (!listeners.has(name)) listeners.set(name, []);
    listeners.get(name).push(listener);
  }
}

export function emit(name, detail) {
  for (const listener of listeners.get(name) ?? []) listener(detail);
}

export const pages = () => desk.server?.pages ?? [];
export const page = () => pages()[desk.page] ?? null;
export const items = () => page()?.info ?? [];
export const item = (id) => items().find((one) => one.id === id) ?? null;
export const selected = () => (desk.selected === null ? null : item(desk.selected));

/** Takes the server's answer; what was selected stays so, if it is still there. */
export function take(server) {
  desk.server = server;
  desk.page = Math.min(desk.page, Math.max(0, pages().length - 1));
  if (desk.selected !== null && !item(desk.selected)) select(null);
  emit("state", server);
}

/** Selects an item of the page shown, or nothing. */
export function select(id, { reveal = true } = {}) {
  if (id === desk.selected) return;
  desk.selected = id;
  if (id === null) delete document.documentElement.dataset.selected;
  else document.documentElement.dataset.selected = id;
  emit("select", { id, reveal });
}

export function turnTo(number) {
  if (number < 0 || number >= pages().length || number === desk.page) return;
  desk.page = number;
  if (desk.selected !== null && !item(desk.selected)) select(null);
  emit("page", number);
}

/** What holds an item and can be moved, or what holds it at all; null for what stands by itself. */
export function holder(one) {
  const parents = [];
  for (let at = one; at.parent !== null && item(at.parent); at = item(at.parent)) parents.push(item(at.parent));
  return parents.find((parent) => parent.handles.includes("move")) ?? parents[0] ?? null;
}

/** The items that an item draws, and itself: ids of groups are paths, so what they place begins with theirs. */
export function family(id) {
  const own = new Set([id]);
  for (const one of items()) if (one.parent !== null && own.has(one.parent)) own.add(one.id);
  return own;
}

export const isInside = (id, owners) => {
  if (owners.has(id)) return true;
  for (const owner of owners) if (id.startsWith(owner + "/")) return true;
  return false;
};
