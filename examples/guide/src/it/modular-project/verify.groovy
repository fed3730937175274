// The event that the modular project published came back to it over HTTP, as JSON.
def log = new File(basedir, 'build.log').text
assert log.contains('received {"number":4,"free":true}')
