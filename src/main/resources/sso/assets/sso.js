// A page that comes back from the browser's own memory may be somebody else's by now.
addEventListener('pageshow', function (event) {
  if (event.persisted) {
    location.reload();
  }
});

// Hands over without a click. The button waits meanwhile: the product takes a hand-off once.
var handOff = document.getElementById('hand-off');
if (handOff) {
  var button = handOff.querySelector('button');
  button.disabled = true;
  setTimeout(function () {
    button.disabled = false;
  }, 5000);
  handOff.submit();
}
