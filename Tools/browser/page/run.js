// SPDX-License-Identifier: Apache-2.0
// Runs the verifier: in a worker, so that the page stays awake; in slices where none starts, as from
// the disk in some browsers.

const SLICE = 30; // milliseconds at a time

/** Starts a check and gives the function that ends it; `tell` hears what `page/worker.js` says. */
export function run(request, tell) {
  let stopped = false;
  let worker = null;
  const hear = (message) => stopped || tell(message);
  const inSlices = () => {
    let until = performance.now() + SLICE;
    const rest = async () => {
      if (performance.now() < until) return;
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (stopped) await new Promise(() => {});
      until = performance.now() + SLICE;
    };
    globalThis.vicheVerify(request, hear, rest);
  };
  try {
    const source = document.getElementById("verifier").textContent;
    const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    let ready = false;
    worker = new Worker(address);
    worker.addEventListener("message", ({ data }) => {
      if (!data.ready) return hear(data);
      ready = true;
      URL.revokeObjectURL(address);
      return worker.postMessage(request);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (ready) hear({ failed: event.message || "the worker stopped" });
      else inSlices();
    });
  } catch {
    inSlices();
  }
  return () => {
    stopped = true;
    worker?.terminate();
  };
}
