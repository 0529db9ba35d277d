/** Users: who they are, what they do not want to hear of, and what they were told. */
package io.varve.node.user;
