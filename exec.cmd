@rem "npm start" begins with exec, so that on other systems no shell stands between npm and the
@rem server and a signal reaches it. Windows has no exec: this takes its place and runs the rest.
@%*
