// The event that the modular project published came back to it over HTTP, as JSON.
def log = new File(basedir, 'build.log').text
assert log.contains('received {"number":4,"free":true}')
// And the generated client, which is in the module too, called its listener with it.
assert log.contains('heard Bed[number=4, free=true]')
