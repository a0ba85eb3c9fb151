// The address that the server's terminal shows carries the code behind its #, which no browser sends on by itself.
const form = document.querySelector("form");
const field = document.getElementById("code");
const code = decodeURIComponent(location.hash.slice(1));
if (code && !document.querySelector("[role=alert]")) {
  history.replaceState(null, "", location.pathname);
  field.value = code;
  form.submit();
}
