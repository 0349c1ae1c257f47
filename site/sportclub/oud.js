// What scripts of that time did to everybody's arrays, and then some jQuery.
Array.prototype.contains = function (item) {
  for (var i = 0; i < this.length; i++) if (this[i] === item) return true;
  return false;
};
Array.prototype.remove = function (item) {
  for (var i = this.length; i--; ) if (this[i] === item) this.splice(i, 1);
  return this;
};
Array.prototype.each = function (callback) {
  for (var i = 0; i < this.length; i++) callback(this[i], i);
  return this;
};
Array.prototype.toJSON = function () {
  return this.slice(0);
};
String.prototype.trim = function () {
  return this.replace(/^\s+|\s+$/g, '');
};

/* global jQuery */
jQuery(function ($) {
  $('.wedstrijden tr:odd').addClass('om');
  $('#menu li').hover(
    function () {
      $(this).addClass('zweef');
    },
    function () {
      $(this).removeClass('zweef');
    }
  );
  // Every label and every button of the page, as plug-ins did.
  $('label, button').addClass('opgemaakt');
});
