"""From a community's folder to its published sites: check, plan, render, build, postprocess, leak check, publish.

Everything here takes values and gives values: nothing is printed, no clock or environment is read, no state is kept. One
process can take as many communities through it as it likes, one after the other, with one engine: `build_community`.

The modules are imported one by one, because a check does not need what a build does.
"""
