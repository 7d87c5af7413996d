// The way to the program: the token, the two long polls and the posts.
import { $, make, announce } from "./dom.js";
import { take, emit, desk } from "./state.js";
import { t } from "./words.js";

function findToken() {
  const fragment = location.hash.slice(1);
  if (fragment) {
    try { sessionStorage.setItem("token", fragment); } catch { /* held below for this page at least */ }
    history.replaceState(null, "", location.pathname);
    return fragment;
  }
  try { return sessionStorage.getItem("token") ?? ""; } catch { return ""; }
}
const token = findToken();

async function call(path, options = {}) {
  const answer = await fetch(path, {
    ...options, cache: "no-store",
    headers: { Authorization: `Bearer ${token}`, ...options.headers },
  });
  if (answer.status === 401) {
    connected("locked");
    throw new Refusal(t("locked"), 401);
  }
  return answer;
}

/** The program understood and said no. */
class Refusal extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/** Posts JSON; returns what came back, also of a conflict (409), which is an answer and no failure. */
export async function post(path, body) {
  let answer;
  try {
    answer = await call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  } catch (failure) {
    if (failure instanceof Refusal) throw failure;
    throw new Refusal(t("stopped"), 0);
  }
  const value = await answer.json().catch(() => ({}));
  if (!answer.ok && answer.status !== 409) throw new Refusal(value.message ?? `${answer.status}`, answer.status);
  return value;
}

/** A page of a PDF as a picture. */
export async function picture(bytes, number) {
  const answer = await call(`/api/scan?page=${number}`, {
    method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: bytes,
  });
  if (!answer.ok) throw new Refusal((await answer.json().catch(() => ({}))).message ?? `${answer.status}`, answer.status);
  return answer.blob();
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// A browser holds six connections to one address. Pages in the background give theirs up, or a third tab would wait for the first.
const seen = () => (document.hidden ? new Promise((resolve) => document.addEventListener("visibilitychange", resolve, { once: true })).then(seen) : null);
let leaving = new AbortController();
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) return;
  leaving.abort();
  leaving = new AbortController();
});

async function poll(path, arrived, isMain) {
  let version = null;
  for (;;) {
    await seen();
    const { signal } = leaving;
    try {
      const answer = await call(version === null ? path : `${path}?after=${version}`, { signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const value = await answer.json();
      if (isMain) connected("live");
      if (Object.keys(value).length > 1) {
        try { arrived(value); } catch (failure) { console.error(failure); }
      }
      version = value.version;
    } catch (failure) {
      if (failure instanceof Refusal) return;
      if (signal.aborted) continue;
      if (isMain) connected("stopped");
      version = null;  // a desk that is started anew counts from the beginning
      await pause(1000);
    }
  }
}

function connected(status) {
  if (document.documentElement.dataset.connection === status) return;
  document.documentElement.dataset.connection = status;
  $("connection").textContent = t(status);
  $("curtain").hidden = status === "live";
  if (status !== "live") {
    $("curtain").replaceChildren(make("strong", {}, t(status)), make("span", {}, t(`${status}.more`)));
    announce(t(status));
  }
}

export function start() {
  if (!token) return connected("locked");
  poll("/api/state", take, true);
  poll("/api/strip", (strip) => { desk.strip = strip; emit("strip", strip); }, false);
}
