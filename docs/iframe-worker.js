// A page that was opened from a folder may not start a worker. There, search runs in a hidden frame instead,
// which takes and gives messages as a worker does.
if (location.protocol === "file:") {
  window.IFrameWorker = class extends EventTarget {
    constructor(url) {
      super();
      this.waiting = [];
      const inside = [
        "<script>",
        "var IFrameWorker = true;",
        "var postMessage = function (data) { parent.postMessage(data, '*') };",
        "var importScripts = function () {",
        "  return Promise.all([].map.call(arguments, function (each) {",
        "    return new Promise(function (done, failed) {",
        "      var script = document.createElement('script');",
        "      script.src = each; script.onload = done; script.onerror = failed;",
        "      document.body.appendChild(script);",
        "    });",
        "  }));",
        "};",
        "</scr" + "ipt><body><script src='" + url + "'></scr" + "ipt></body>",
      ].join("\n");
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.frame.srcdoc = inside;
      this.frame.onload = () => {
        this.ready = true;
        this.waiting.splice(0).forEach((data) => this.send(data));
      };
      window.addEventListener("message", (event) => {
        if (event.source === this.frame.contentWindow) {
          const message = new MessageEvent("message", { data: event.data });
          this.dispatchEvent(message);
          if (this.onmessage) this.onmessage(message);
        }
      });
      document.body.appendChild(this.frame);
    }
    postMessage(data) {
      this.ready ? this.send(data) : this.waiting.push(data);
    }
    send(data) {
      this.frame.contentWindow.dispatchEvent(new MessageEvent("message", { data, source: parent }));
    }
    terminate() {
      this.frame.remove();
    }
  };
  window.Worker = window.IFrameWorker;
}
